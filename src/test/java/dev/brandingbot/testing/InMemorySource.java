package dev.brandingbot.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brandingbot.repository.source.BrandingSource;
import dev.brandingbot.repository.source.RepositoryTree;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.repository.source.TreeEntry;
import dev.brandingbot.repository.source.TreeResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** A branding repository in memory, which can be edited and can fail. */
public final class InMemorySource implements BrandingSource {
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<byte[], String> shas = new IdentityHashMap<>();
    private final List<String> fetched = new ArrayList<>();
    private boolean failsTrees;
    private boolean failsBlobs;
    private String failing = "";

    /** Adds an event with a unique banner and icon. */
    public InMemorySource event(String name, String start, String end) {
        return meta(name, "start_date: %s\nend_date: %s".formatted(start, end))
                .banner(name, "banner.png")
                .icon(name, "icon.png");
    }

    /** Adds a fallback with a unique banner and icon. */
    public InMemorySource fallback(String name) {
        return meta(name, "fallback: true").banner(name, "banner.png").icon(name, "icon.png");
    }

    /** Writes an event's frontmatter. */
    public InMemorySource meta(String name, String frontmatter) {
        return put(name + "/meta.md", "---\n%s\n---\n\n**About %s**\n".formatted(frontmatter, name));
    }

    /** Adds a banner that differs from all others. */
    public InMemorySource banner(String event, String file) {
        return put(event + "/banners/" + file, TestImages.banner("banner " + event + file));
    }

    /** Adds an icon that differs from all others, an animated one if its name ends in .gif. */
    public InMemorySource icon(String event, String file) {
        var text = "icon " + event + file;
        return put(
                event + "/server_icons/" + file,
                file.endsWith(".gif") ? TestImages.animatedGif(text) : TestImages.png(text));
    }

    public InMemorySource put(String path, String content) {
        return put(path, content.getBytes(UTF_8));
    }

    /** Writes a file; the path begins below {@code events/}. */
    public InMemorySource put(String path, byte[] content) {
        files.put("events/" + path, content);
        return this;
    }

    /** Removes a file or a folder with its content. */
    public InMemorySource remove(String path) {
        files.keySet().removeIf(file -> file.equals("events/" + path) || file.startsWith("events/" + path + "/"));
        return this;
    }

    /** Renames an event's folder. */
    public InMemorySource rename(String event, String newName) {
        var moved = new TreeMap<String, byte[]>();
        files.forEach((path, content) -> {
            if (path.startsWith("events/" + event + "/")) {
                moved.put(path.substring("events/".length() + event.length()), content);
            }
        });
        remove(event);
        moved.forEach((rest, content) -> put(newName + rest, content));
        return this;
    }

    public InMemorySource failTrees(boolean fails) {
        failsTrees = fails;
        return this;
    }

    public InMemorySource failBlobs(boolean fails) {
        failsBlobs = fails;
        return this;
    }

    /** Makes the fetch of one file fail, or of none; the path begins below {@code events/}. */
    public InMemorySource failOnly(String path) {
        failing = "events/" + path;
        return this;
    }

    /** Returns the paths of the fetched files, in order. */
    public List<String> fetched() {
        return List.copyOf(fetched);
    }

    /** Returns the Git SHA of a file's content; the path begins below {@code events/}. */
    public String sha(String path) {
        return sha(Optional.ofNullable(files.get("events/" + path)).orElseThrow());
    }

    @Override
    public String name() {
        return "owner/name@main";
    }

    @Override
    public boolean isLocal() {
        return false;
    }

    @Override
    public TreeResponse tree(Optional<String> etag) throws RepositoryUnavailableException {
        failIf(failsTrees);
        var entries = new ArrayList<TreeEntry>();
        var folders = new TreeSet<String>();
        files.forEach((path, content) -> {
            for (var slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                folders.add(path.substring(0, slash));
            }
            entries.add(new TreeEntry(path, "100644", sha(content), content.length));
        });
        folders.forEach(folder -> entries.add(new TreeEntry(folder, "040000", hash(folder.getBytes(UTF_8)), 0)));
        var now = hash(entries.toString().getBytes(UTF_8));
        return etag.equals(Optional.of(now))
                ? new TreeResponse.NotModified()
                : new TreeResponse.Changed(new RepositoryTree(entries, Optional.of(now)));
    }

    @Override
    public byte[] blob(TreeEntry entry) throws RepositoryUnavailableException {
        failIf(failsBlobs || entry.path().equals(failing));
        fetched.add(entry.path());
        return files.values().stream()
                .filter(content -> sha(content).equals(entry.sha()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void blobs(Collection<TreeEntry> entries, BiConsumer<TreeEntry, byte[]> arrived)
            throws RepositoryUnavailableException {
        for (var entry : entries) {
            arrived.accept(entry, blob(entry));
        }
    }

    private static void failIf(boolean fails) throws RepositoryUnavailableException {
        if (fails) {
            throw new RepositoryUnavailableException("GitHub answered 503.", Optional.empty());
        }
    }

    /** Returns the Git SHA of bytes. */
    public String shaOf(byte[] content) {
        return sha(content);
    }

    private String sha(byte[] content) {
        return shas.computeIfAbsent(content, InMemorySource::hash);
    }

    private static String hash(byte[] content) {
        try {
            var sha = MessageDigest.getInstance("SHA-1");
            sha.update(("blob " + content.length + "\0").getBytes(UTF_8));
            return HexFormat.of().formatHex(sha.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
