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
 * The folder of an event, with its entries of the tree.
 *
 * @param path the path, e.g. {@code events/pride}
 * @param entries the relevant entries in it
 */
public record EventFolder(String path, List<TreeEntry> entries) {
    /** The names of the asset folders, and a common wrong name. */
    private static final Map<String, AssetKind> NAMES = Map.of(
            AssetKind.BANNER.folder(),
            AssetKind.BANNER,
            AssetKind.ICON.folder(),
            AssetKind.ICON,
            "icons",
            AssetKind.ICON);

    /** {@code events/pride/banners/flag.png} */
    private static final int ASSET_DEPTH = 4;

    /** Returns the folders of all events, by path. */
    public static List<EventFolder> findAll(RepositoryTree tree) {
        return tree.entries().stream()
                .collect(groupingBy(EventFolder::eventPath, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(event -> new EventFolder(event.getKey(), event.getValue()))
                .toList();
    }

    /** Whether a file is in an asset folder. */
    public static boolean isAsset(TreeEntry file) {
        var parts = file.path().split("/", -1);
        return parts.length == ASSET_DEPTH && RepositoryLayout.isAssetFolder(parts[ASSET_DEPTH - 2]);
    }

    /** Returns the link or submodule that is there instead of the folder. */
    Optional<TreeEntry> linkOrSubmodule() {
        return entries.stream()
                .filter(entry -> entry.path().equals(path) && !entry.isFolder())
                .findFirst();
    }

    /** Whether the folder contains anything that belongs to an event. */
    boolean isEvent() {
        return entries.stream()
                .map(this::firstSegment)
                .anyMatch(name -> name.equalsIgnoreCase(MetaFile.NAME)
                        || Arrays.stream(AssetKind.values()).anyMatch(kind -> isNameFor(kind, name)));
    }

    /** Returns the name of a folder that is similar to the one for {@code kind}. */
    Optional<String> misnamed(AssetKind kind) {
        return entries.stream()
                .filter(TreeEntry::isFolder)
                .map(this::firstSegment)
                .filter(name -> !RepositoryLayout.isAssetFolder(name) && isNameFor(kind, name))
                .sorted()
                .findFirst();
    }

    /** Returns the entry of its {@code meta.md}, of any kind. */
    Optional<TreeEntry> meta() {
        return entries.stream()
                .filter(entry -> entry.path().equals(path + "/" + MetaFile.NAME))
                .findFirst();
    }

    /** Returns its {@code meta.md} if that is a regular file of acceptable size. */
    public Optional<TreeEntry> readableMeta() {
        return meta().filter(meta -> meta.isFile() && meta.size() <= MetaFile.MAX_BYTES);
    }

    /** Returns the entries in the folder for one kind of assets, by path. */
    public List<TreeEntry> files(AssetKind kind) {
        var prefix = path + "/" + kind.folder() + "/";
        return entries.stream()
                .filter(entry -> entry.path().startsWith(prefix))
                .sorted(comparing(TreeEntry::path))
                .toList();
    }

    /** Returns the first part of an entry's path below this folder; the empty string for the folder itself. */
    private String firstSegment(TreeEntry entry) {
        var rest =
                entry.path().substring(Math.min(path.length() + 1, entry.path().length()));
        return rest.split("/", 2)[0];
    }

    /** Whether a name is that of the folder for {@code kind}, or similar. */
    private static boolean isNameFor(AssetKind kind, String folder) {
        return Suggestions.closest(folder, NAMES.keySet()).map(NAMES::get).equals(Optional.of(kind));
    }

    private static String eventPath(TreeEntry entry) {
        var end = entry.path().indexOf('/', RepositoryTree.ROOT.length() + 1);
        return end < 0 ? entry.path() : entry.path().substring(0, end);
    }
}
