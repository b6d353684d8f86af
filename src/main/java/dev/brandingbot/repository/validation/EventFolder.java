package dev.brandingbot.repository.validation;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.meta.MetaFile;
import dev.brandingbot.repository.source.RepositoryLayout;
import dev.brandingbot.repository.source.RepositoryTree;
import dev.brandingbot.repository.source.TreeEntry;
import dev.brandingbot.support.Suggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folder of an event: what of the tree belongs to it.
 *
 * @param path like {@code events/pride}
 * @param entries everything in it that is relevant
 */
public record EventFolder(String path, List<TreeEntry> entries) {
    /** How the folders for assets are named, and what they are often called instead. */
    private static final Map<String, AssetKind> NAMES = Map.of(
            AssetKind.BANNER.folder(),
            AssetKind.BANNER,
            AssetKind.ICON.folder(),
            AssetKind.ICON,
            "icons",
            AssetKind.ICON);

    /** {@code events/pride/banners/flag.png} */
    private static final int ASSET_DEPTH = 4;

    /** The folders of all events, by path. */
    public static List<EventFolder> foldersOf(RepositoryTree tree) {
        return tree.entries().stream()
                .collect(groupingBy(EventFolder::event, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(event -> new EventFolder(event.getKey(), event.getValue()))
                .toList();
    }

    /** Whether a file lies among an event's assets. */
    public static boolean isAsset(TreeEntry file) {
        var parts = file.path().split("/", -1);
        return parts.length == ASSET_DEPTH && RepositoryLayout.isAssetFolder(parts[ASSET_DEPTH - 2]);
    }

    /** What there is in the place of the folder: a link or a submodule. */
    Optional<TreeEntry> substitute() {
        return entries.stream()
                .filter(entry -> entry.path().equals(path) && !entry.isFolder())
                .findFirst();
    }

    /** Whether anything in it belongs to an event. */
    boolean isEvent() {
        return entries.stream()
                .map(this::inside)
                .anyMatch(name -> name.equalsIgnoreCase(MetaFile.NAME)
                        || Arrays.stream(AssetKind.values()).anyMatch(kind -> isFor(kind, name)));
    }

    /** The name of a folder in it that is almost like that for {@code kind}. */
    Optional<String> misnamed(AssetKind kind) {
        return entries.stream()
                .filter(TreeEntry::isFolder)
                .map(this::inside)
                .filter(name -> !RepositoryLayout.isAssetFolder(name) && isFor(kind, name))
                .sorted()
                .findFirst();
    }

    /** The entry of its {@code meta.md}. */
    Optional<TreeEntry> meta() {
        return entries.stream()
                .filter(entry -> entry.path().equals(path + "/" + MetaFile.NAME))
                .findFirst();
    }

    /** Its {@code meta.md}, when that is a file to be read. */
    public Optional<TreeEntry> readableMeta() {
        return meta().filter(meta -> meta.isFile() && meta.size() <= MetaFile.MAX_BYTES);
    }

    /** What lies in the folder for one kind of assets, by path. */
    public List<TreeEntry> files(AssetKind kind) {
        var prefix = path + "/" + kind.folder() + "/";
        return entries.stream()
                .filter(entry -> entry.path().startsWith(prefix))
                .sorted(comparing(TreeEntry::path))
                .toList();
    }

    /** The first part of an entry's path inside this folder; nothing for the folder itself. */
    private String inside(TreeEntry entry) {
        var rest =
                entry.path().substring(Math.min(path.length() + 1, entry.path().length()));
        return rest.split("/", 2)[0];
    }

    /** Whether a folder is that for {@code kind}, or was meant to be. */
    private static boolean isFor(AssetKind kind, String folder) {
        return Suggestions.closest(folder, NAMES.keySet()).map(NAMES::get).equals(Optional.of(kind));
    }

    private static String event(TreeEntry entry) {
        var end = entry.path().indexOf('/', RepositoryTree.ROOT.length() + 1);
        return end < 0 ? entry.path() : entry.path().substring(0, end);
    }
}
