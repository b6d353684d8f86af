package dev.brandingbot.repository;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toSet;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.format.ImageMetadata;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.meta.DescriptionValidator;
import dev.brandingbot.repository.meta.MetaFile;
import dev.brandingbot.repository.source.RepositoryTree;
import dev.brandingbot.repository.source.TreeEntry;
import dev.brandingbot.repository.validation.AssetRules;
import dev.brandingbot.repository.validation.CalendarValidator;
import dev.brandingbot.repository.validation.EventFolder;
import dev.brandingbot.repository.validation.EventValidator;
import dev.brandingbot.repository.validation.InspectedEvent;
import dev.brandingbot.repository.validation.StillVariants;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
public record RepositoryScan(RepositoryTree tree, Map<TreeEntry, MetaFile> metas) {
    public RepositoryScan {
        metas = Map.copyOf(metas);
    }

    /** The files called {@code meta.md} in a tree that are to be read. */
    static List<TreeEntry> metaFiles(RepositoryTree tree) {
        return EventFolder.foldersOf(tree).stream()
                .flatMap(folder -> folder.readableMeta().stream())
                .toList();
    }

    /** The files in a tree that are images as far as name, mode and size tell. */
    public static List<TreeEntry> images(RepositoryTree tree) {
        return EventFolder.foldersOf(tree).stream()
                .flatMap(folder -> Arrays.stream(AssetKind.values()).flatMap(kind -> folder.files(kind).stream()))
                .filter(file -> AssetRules.error(file).isEmpty())
                .toList();
    }

    /** One of those with the same content. */
    static List<TreeEntry> different(List<TreeEntry> files) {
        var different = new LinkedHashMap<String, TreeEntry>();
        files.forEach(file -> different.putIfAbsent(file.sha(), file));
        return List.copyOf(different.values());
    }

    /** The SHAs of files. */
    static Set<String> hashesOf(List<TreeEntry> files) {
        return files.stream().map(TreeEntry::sha).collect(toSet());
    }

    /**
     * The events, and what is wrong.
     *
     * @param contents what is known of images, by SHA
     * @param today the day in UTC: events that move are compared in this year and the next
     * @param shown the kinds of assets that are shown: of each a valid event has one that can be used
     */
    Snapshot snapshot(Function<String, Optional<ImageMetadata>> contents, LocalDate today, Set<AssetKind> shown) {
        var checks = checks(contents, shown);
        var events = checks.stream().flatMap(check -> check.event().stream()).toList();
        var invalid = checks.stream()
                .map(EventValidator::facts)
                .filter(not(InspectedEvent::isValid))
                .toList();
        var findings = Stream.concat(
                checks.stream().flatMap(check -> check.findings().stream()),
                CalendarValidator.validate(events, today).stream());
        return new Snapshot(events, invalid, Finding.sorted(findings.toList()));
    }

    /**
     * What a closer look shows.
     *
     * @param snapshot what the usual look gives
     * @param contents what is known of images, by SHA
     * @param unread the images whose bytes are not known
     * @param obstacle why they are not
     */
    InspectionReport inspection(
            Snapshot snapshot,
            Function<String, Optional<ImageMetadata>> contents,
            List<TreeEntry> unread,
            Optional<String> obstacle) {
        var checks = checks(contents, Set.of(AssetKind.values()));
        var findings = new ArrayList<>(snapshot.findings());
        metas.forEach((file, meta) -> findings.addAll(
                DescriptionValidator.validate(file.path(), meta.meta().description(), meta.descriptionLine())));
        checks.forEach(check -> findings.addAll(StillVariants.missing(check.facts(), contents)));
        return new InspectionReport(
                checks.stream().map(EventValidator::facts).toList(),
                Finding.sorted(findings),
                unread.stream().map(TreeEntry::path).sorted().toList(),
                obstacle);
    }

    private List<EventValidator> checks(Function<String, Optional<ImageMetadata>> contents, Set<AssetKind> shown) {
        return EventFolder.foldersOf(tree).stream()
                .map(folder -> EventValidator.validate(
                        folder,
                        folder.readableMeta().flatMap(file -> Optional.ofNullable(metas.get(file))),
                        contents,
                        shown))
                .toList();
    }
}
