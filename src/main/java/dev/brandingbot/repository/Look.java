package dev.brandingbot.repository;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a look at the repository has gathered.
 *
 * @param tree the tree
 * @param metas every {@code meta.md} in it that can be read
 */
record Look(Tree tree, Map<TreeEntry, MetaFile> metas) {
    Look {
        metas = Map.copyOf(metas);
    }

    /** The files called {@code meta.md} in a tree that are to be read. */
    static List<TreeEntry> metaFiles(Tree tree) {
        return EventFolder.in(tree).stream()
                .flatMap(folder -> folder.readableMeta().stream())
                .toList();
    }

    /** The files in a tree that are images as far as name, mode and size tell. */
    static List<TreeEntry> images(Tree tree) {
        return EventFolder.in(tree).stream()
                .flatMap(folder -> Arrays.stream(AssetKind.values()).flatMap(kind -> folder.files(kind).stream()))
                .filter(file -> AssetRules.problem(file).isEmpty())
                .toList();
    }

    /** The SHAs of files. */
    static Set<String> shas(List<TreeEntry> files) {
        return files.stream().map(TreeEntry::sha).collect(toSet());
    }

    /**
     * The events, and what is wrong.
     *
     * @param contents what is known of images, by SHA
     * @param today the day in UTC: events that move are compared in this year and the next
     */
    Snapshot snapshot(Function<String, Optional<ImageContent>> contents, LocalDate today) {
        var events = new ArrayList<Event>();
        var broken = new HashSet<String>();
        var findings = new ArrayList<Finding>();
        for (var folder : EventFolder.in(tree)) {
            var meta = folder.readableMeta().flatMap(file -> Optional.ofNullable(metas.get(file)));
            var check = EventCheck.of(folder, meta, contents);
            check.event().ifPresentOrElse(events::add, () -> broken.add(folder.path()));
            findings.addAll(check.findings());
        }
        findings.addAll(CalendarCheck.of(events, today));
        findings.sort(comparing(Finding::severity).thenComparing(Finding::path));
        return new Snapshot(events, broken, findings);
    }
}
