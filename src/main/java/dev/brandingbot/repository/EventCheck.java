package dev.brandingbot.repository;

import static java.util.Comparator.comparing;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes an event of its folder, or says why not.
 *
 * @param event the event, when nothing is wrong with it that matters
 * @param findings what is wrong
 */
record EventCheck(Optional<Event> event, List<Finding> findings) {
    /**
     * Checks a folder.
     *
     * @param meta the content of its {@code meta.md}, where that can be read
     * @param contents what is known of images, by SHA
     */
    static EventCheck of(
            EventFolder folder, Optional<MetaFile> meta, Function<String, Optional<ImageContent>> contents) {
        var findings = new ArrayList<Finding>();
        var file = meta.orElseGet(() -> MetaFile.broken(metaProblem(folder)));
        findings.addAll(file.findings());
        var banners = assets(folder, AssetKind.BANNER, contents, findings);
        var icons = assets(folder, AssetKind.ICON, contents, findings);
        if (findings.stream().anyMatch(Finding::isError)) {
            return new EventCheck(Optional.empty(), findings);
        }
        var sha = folder.meta().map(TreeEntry::sha).orElseThrow();
        return new EventCheck(Optional.of(new Event(folder.path(), file.meta(), sha, banners, icons)), findings);
    }

    private static Finding metaProblem(EventFolder folder) {
        var path = folder.path() + "/" + MetaFile.NAME;
        var meta = folder.meta();
        if (meta.isEmpty()) {
            return missing(folder, path);
        }
        return FindingCode.UNREADABLE_META.at(
                path,
                meta.get().isFile()
                        ? "The file has " + (meta.get().size() >> 10) + " KiB, which is far too much: shorten it to "
                                + (MetaFile.LARGEST >> 10) + " KiB at most."
                        : "This is a link or a submodule, which is not followed: put the file itself here.");
    }

    private static Finding missing(EventFolder folder, String path) {
        return FindingCode.MISSING_META.at(
                path,
                folder.entries().stream()
                        .map(TreeEntry::name)
                        .filter(MetaFile.NAME::equalsIgnoreCase)
                        .findFirst()
                        .map(name -> "The file is named " + name + ": rename it to meta.md, all in lower case.")
                        .orElse("The event has no meta.md: add one with its dates and its description."));
    }

    private static List<Asset> assets(
            EventFolder folder,
            AssetKind kind,
            Function<String, Optional<ImageContent>> contents,
            List<Finding> findings) {
        var assets = new ArrayList<Asset>();
        for (var file : folder.files(kind)) {
            AssetRules.problem(file)
                    .ifPresentOrElse(findings::add, () -> assets.add(new Asset(file.path(), file.sha(), file.size())));
        }
        assets.sort(comparing(asset -> problem(asset, contents).isPresent()));
        var different = withoutTwins(assets);
        findings.addAll(problems(folder, kind, different, contents));
        return different;
    }

    private static Optional<Finding> problem(Asset asset, Function<String, Optional<ImageContent>> contents) {
        return contents.apply(asset.sha()).flatMap(content -> AssetRules.problem(asset.path(), content));
    }

    /** Identical files are one asset: the first, of those whose name suits the content where that is known. */
    private static List<Asset> withoutTwins(List<Asset> assets) {
        var seen = new HashSet<String>();
        return assets.stream().filter(asset -> seen.add(asset.sha())).toList();
    }

    private static List<Finding> problems(
            EventFolder folder, AssetKind kind, List<Asset> assets, Function<String, Optional<ImageContent>> contents) {
        if (assets.isEmpty()) {
            return List.of(none(folder, kind));
        }
        var problems = assets.stream()
                .flatMap(asset -> problem(asset, contents).stream())
                .toList();
        var all = new ArrayList<>(problems);
        if (problems.size() == assets.size()) {
            all.add(noneUsable(folder, kind));
        }
        return all;
    }

    private static Finding none(EventFolder folder, AssetKind kind) {
        var code = kind == AssetKind.BANNER ? FindingCode.NO_BANNER : FindingCode.NO_ICON;
        return code.at(
                folder.path() + "/" + kind.folder(),
                "The event has no " + kind.word() + ": put a PNG, JPEG or GIF into " + kind.folder() + "/.");
    }

    private static Finding noneUsable(EventFolder folder, AssetKind kind) {
        var code = kind == AssetKind.BANNER ? FindingCode.NO_USABLE_BANNER : FindingCode.NO_USABLE_ICON;
        return code.at(
                folder.path() + "/" + kind.folder(),
                "No " + kind.word() + " of the event can be applied, so the one of before stays on: put a PNG, JPEG or"
                        + " GIF here.");
    }
}
