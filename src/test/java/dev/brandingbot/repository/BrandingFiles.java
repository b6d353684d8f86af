package dev.brandingbot.repository;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brandingbot.repository.source.GitBlobHash;
import dev.brandingbot.repository.source.TreeEntry;
import dev.brandingbot.testing.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of a branding repository that a test makes up. Images are black, and differ by a text in them. */
public final class BrandingFiles {
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, TreeEntry> others = new TreeMap<>();

    /** Two events and a fallback with nothing wrong. */
    public static BrandingFiles sound() {
        return new BrandingFiles()
                .withEvent("evergreen", "fallback: true")
                .withEvent("new_year", "start_date: December 29\nend_date: January 3")
                .withEvent("pride", "start_date: June 1\nend_date: June 30");
    }

    public static byte[] banner(String name) {
        return TestImages.banner(name);
    }

    static byte[] icon(String name) {
        return TestImages.png(name);
    }

    public static byte[] jpeg(String name) {
        return TestImages.jpeg(name, 1920, 1080);
    }

    public BrandingFiles withEvent(String name, String settings) {
        return with("events/" + name + "/meta.md", "---\n" + settings + "\n---\n**" + name + "**\n")
                .with("events/" + name + "/banners/banner.png", banner(name + " banner"))
                .with("events/" + name + "/server_icons/icon.png", icon(name + " icon"));
    }

    public BrandingFiles with(String path, String text) {
        return with(path, text.getBytes(UTF_8));
    }

    public BrandingFiles with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** Something in the tree whose content can't be asked for. */
    public BrandingFiles with(TreeEntry entry) {
        others.put(entry.path(), entry);
        return this;
    }

    public BrandingFiles without(String path) {
        files.keySet().removeIf(file -> file.equals(path) || file.startsWith(path + "/"));
        others.remove(path);
        return this;
    }

    public Map<String, byte[]> all() {
        return files;
    }

    /** All entries as git lists them, with folders. */
    public List<TreeEntry> entries() {
        var entries = new TreeMap<>(others);
        files.forEach((path, bytes) -> {
            entries.put(path, new TreeEntry(path, TreeEntry.FILE, GitBlobHash.of(bytes), bytes.length));
            for (var end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
                var folder = path.substring(0, end);
                entries.put(folder, new TreeEntry(folder, TreeEntry.FOLDER, folderSha(folder), 0));
            }
        });
        return new ArrayList<>(entries.values());
    }

    /** A SHA for the content of a folder: the root is the empty path. */
    public String folderSha(String folder) {
        var content = new StringBuilder("folder ").append(folder);
        files.forEach((path, bytes) -> {
            if (path.startsWith(folder)) {
                content.append(path).append(GitBlobHash.of(bytes));
            }
        });
        return GitBlobHash.of(content.toString().getBytes(UTF_8));
    }

    /** Writes all files below {@code folder}, which is emptied first. */
    void writeTo(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var old = Files.walk(folder)) {
                for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
