package dev.brandingbot.repository;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.brandingbot.event.AssetKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folder of an event: what of the tree belongs to it.
 *
 * @param path like {@code events/pride}
 * @param entries everything in it that is relevant
 */
record EventFolder(String path, List<TreeEntry> entries) {
    /** The folders of all events, by path. */
    static List<EventFolder> in(Tree tree) {
        return tree.entries().stream()
                .collect(groupingBy(EventFolder::event, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(event -> new EventFolder(event.getKey(), event.getValue()))
                .toList();
    }

    /** Whether a folder in an event's folder is one for assets. */
    static boolean isAssetFolder(String name) {
        return Arrays.stream(AssetKind.values()).anyMatch(kind -> kind.folder().equals(name));
    }

    /** The entry of its {@code meta.md}. */
    Optional<TreeEntry> meta() {
        return entries.stream()
                .filter(entry -> entry.path().equals(path + "/" + MetaFile.NAME))
                .findFirst();
    }

    /** Its {@code meta.md}, when that is a file to be read. */
    Optional<TreeEntry> readableMeta() {
        return meta().filter(meta -> meta.isFile() && meta.size() <= MetaFile.LARGEST);
    }

    /** What lies in the folder for one kind of assets, by path. */
    List<TreeEntry> files(AssetKind kind) {
        var prefix = path + "/" + kind.folder() + "/";
        return entries.stream()
                .filter(entry -> entry.path().startsWith(prefix))
                .sorted(comparing(TreeEntry::path))
                .toList();
    }

    private static String event(TreeEntry entry) {
        var end = entry.path().indexOf('/', Tree.ROOT.length() + 1);
        return end < 0 ? entry.path() : entry.path().substring(0, end);
    }
}
