package dev.brandingbot.repository;

import static java.util.Comparator.comparing;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toSet;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.ImageMetadata;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

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
    Snapshot snapshot(Function<String, Optional<ImageMetadata>> contents, LocalDate today) {
        var checks = checks(contents);
        var events = checks.stream().flatMap(check -> check.event().stream()).toList();
        var broken = checks.stream()
                .map(EventCheck::facts)
                .filter(not(EventFacts::isValid))
                .map(EventFacts::path)
                .collect(toSet());
        var findings = Stream.concat(
                checks.stream().flatMap(check -> check.findings().stream()), CalendarCheck.of(events, today).stream());
        return new Snapshot(events, broken, sorted(findings.toList()));
    }

    /**
     * What a closer look shows.
     *
     * @param snapshot what the usual look gives
     * @param contents what is known of images, by SHA
     * @param unread the images whose bytes are not known
     * @param obstacle why they are not
     */
    Inspection inspection(
            Snapshot snapshot,
            Function<String, Optional<ImageMetadata>> contents,
            List<TreeEntry> unread,
            Optional<String> obstacle) {
        var checks = checks(contents);
        var findings = new ArrayList<>(snapshot.findings());
        metas.forEach((file, meta) ->
                findings.addAll(DescriptionCheck.of(file.path(), meta.meta().description(), meta.descriptionLine())));
        checks.forEach(check -> findings.addAll(StillTwins.missing(check.facts(), contents)));
        return new Inspection(
                checks.stream().map(EventCheck::facts).toList(),
                sorted(findings),
                unread.stream().map(TreeEntry::path).sorted().toList(),
                obstacle);
    }

    private List<EventCheck> checks(Function<String, Optional<ImageMetadata>> contents) {
        return EventFolder.in(tree).stream()
                .map(folder -> EventCheck.of(
                        folder, folder.readableMeta().flatMap(file -> Optional.ofNullable(metas.get(file))), contents))
                .toList();
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream()
                .sorted(comparing(Finding::severity)
                        .thenComparing(Finding::path)
                        .thenComparing(finding -> finding.line().orElse(0)))
                .toList();
    }
}
