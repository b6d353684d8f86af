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
 * The content of the repository from which snapshots and reports are built.
 *
 * @param tree the tree
 * @param metas the parsed {@code meta.md} files
 */
public record RepositoryScan(RepositoryTree tree, Map<TreeEntry, MetaFile> metas) {
    public RepositoryScan {
        metas = Map.copyOf(metas);
    }

    /** Returns the {@code meta.md} files that are not too large to be read. */
    static List<TreeEntry> metaFiles(RepositoryTree tree) {
        return EventFolder.findAll(tree).stream()
                .flatMap(folder -> folder.readableMeta().stream())
                .toList();
    }

    /** Returns the files that are images according to name, mode and size. */
    public static List<TreeEntry> images(RepositoryTree tree) {
        return EventFolder.findAll(tree).stream()
                .flatMap(folder -> Arrays.stream(AssetKind.values()).flatMap(kind -> folder.files(kind).stream()))
                .filter(file -> AssetRules.error(file).isEmpty())
                .toList();
    }

    /** Returns the first of each group of files with the same content. */
    static List<TreeEntry> distinctBySha(List<TreeEntry> files) {
        var distinct = new LinkedHashMap<String, TreeEntry>();
        files.forEach(file -> distinct.putIfAbsent(file.sha(), file));
        return List.copyOf(distinct.values());
    }

    /** Returns the SHAs of files. */
    static Set<String> hashesOf(List<TreeEntry> files) {
        return files.stream().map(TreeEntry::sha).collect(toSet());
    }

    /**
     * Returns the events and findings.
     *
     * @param contents what is known of images, by SHA
     * @param today the day in UTC; events with moving dates are compared in this year and the next
     * @param shown the kinds of assets of which a valid event needs a usable one
     */
    Snapshot snapshot(Function<String, Optional<ImageMetadata>> contents, LocalDate today, Set<AssetKind> shown) {
        var checks = validateEvents(contents, shown);
        var events = checks.stream().flatMap(check -> check.event().stream()).toList();
        var invalid = checks.stream()
                .map(EventValidator::inspected)
                .filter(not(InspectedEvent::isValid))
                .toList();
        var findings = Stream.concat(
                checks.stream().flatMap(check -> check.findings().stream()),
                CalendarValidator.validate(events, today).stream());
        return new Snapshot(events, invalid, Finding.sorted(findings.toList()));
    }

    /**
     * Returns the detailed report.
     *
     * @param snapshot the usual snapshot
     * @param contents what is known of images, by SHA
     * @param unread the images whose content was not read
     * @param obstacle why they were not read
     */
    InspectionReport inspection(
            Snapshot snapshot,
            Function<String, Optional<ImageMetadata>> contents,
            List<TreeEntry> unread,
            Optional<String> obstacle) {
        var checks = validateEvents(contents, Set.of(AssetKind.values()));
        var findings = new ArrayList<>(snapshot.findings());
        metas.forEach((file, meta) -> findings.addAll(
                DescriptionValidator.validate(file.path(), meta.meta().description(), meta.descriptionLine())));
        checks.forEach(check -> findings.addAll(StillVariants.missing(check.inspected(), contents)));
        return new InspectionReport(
                checks.stream().map(EventValidator::inspected).toList(),
                Finding.sorted(findings),
                unread.stream().map(TreeEntry::path).sorted().toList(),
                obstacle);
    }

    private List<EventValidator> validateEvents(
            Function<String, Optional<ImageMetadata>> contents, Set<AssetKind> shown) {
        return EventFolder.findAll(tree).stream()
                .map(folder -> EventValidator.validate(
                        folder,
                        folder.readableMeta().flatMap(file -> Optional.ofNullable(metas.get(file))),
                        contents,
                        shown))
                .toList();
    }
}
