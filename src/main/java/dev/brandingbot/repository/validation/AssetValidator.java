package dev.brandingbot.repository.validation;

import static java.util.Comparator.comparing;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.format.ImageMetadata;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Validates the files in an event's folder for one kind of assets. */
public final class AssetValidator {
    private final EventFolder folder;
    private final AssetKind kind;
    private final Function<String, Optional<ImageMetadata>> contents;
    private final boolean isShown;
    private final List<Finding> findings = new ArrayList<>();

    private AssetValidator(
            EventFolder folder, AssetKind kind, Function<String, Optional<ImageMetadata>> contents, boolean isShown) {
        this.folder = folder;
        this.kind = kind;
        this.contents = contents;
        this.isShown = isShown;
    }

    /**
     * Returns the assets of one kind; assets that are known to be unusable come last.
     *
     * @param contents what is known of images, by SHA
     * @param shown the kinds of which the event needs a usable asset
     * @param found the list to which findings are added
     */
    static List<Asset> validate(
            EventFolder folder,
            AssetKind kind,
            Function<String, Optional<ImageMetadata>> contents,
            Set<AssetKind> shown,
            List<Finding> found) {
        var validator = new AssetValidator(folder, kind, contents, shown.contains(kind));
        var assets = validator.assets();
        found.addAll(validator.findings);
        return assets;
    }

    private List<Asset> assets() {
        var distinct = withoutDuplicates(acceptedFiles());
        if (distinct.isEmpty()) {
            addMissing(noAsset());
            return distinct;
        }
        folder.misnamed(kind).map(this::misnamed).ifPresent(findings::add);
        distinct.forEach(this::validate);
        if (distinct.stream().allMatch(asset -> problem(asset).isPresent())) {
            addMissing(noneUsable(folder.path(), kind));
        }
        return StillVariants.attach(distinct, contents);
    }

    private void addMissing(Finding finding) {
        findings.add(isShown ? finding : finding.asWarning());
    }

    /** Returns the images according to name, mode and size; images that are known to be unusable come last. */
    private List<Asset> acceptedFiles() {
        var assets = new ArrayList<Asset>();
        for (var file : folder.files(kind)) {
            AssetRules.error(file)
                    .ifPresentOrElse(findings::add, () -> assets.add(new Asset(file.path(), file.sha(), file.size())));
        }
        assets.sort(comparing(asset -> problem(asset).isPresent()));
        return assets;
    }

    /** Keeps the first of identical files. Files whose extension is known to be wrong come last. */
    private List<Asset> withoutDuplicates(List<Asset> assets) {
        var distinct = new LinkedHashMap<String, Asset>();
        for (var asset : assets) {
            var original = distinct.putIfAbsent(asset.sha(), asset);
            if (original != null) {
                findings.add(FindingCode.DUPLICATE.finding(
                        asset.path(),
                        "This is the same image as `" + original.name()
                                + "`, so it counts only once. Remove one of them."));
            }
        }
        return List.copyOf(distinct.values());
    }

    private void validate(Asset asset) {
        var content = contents.apply(asset.sha());
        problem(asset)
                .ifPresentOrElse(
                        findings::add,
                        () -> content.ifPresent(
                                image -> findings.addAll(AssetRules.warnings(kind, asset.path(), image))));
    }

    private Optional<Finding> problem(Asset asset) {
        return contents.apply(asset.sha()).flatMap(content -> AssetRules.error(asset.path(), content));
    }

    private Finding misnamed(String name) {
        return FindingCode.MISNAMED_FOLDER.finding(
                folder.path() + "/" + name,
                "This folder is not used. Move the event's images to `" + kind.folder() + "/`.");
    }

    private Finding noAsset() {
        var code = kind == AssetKind.BANNER ? FindingCode.NO_BANNER : FindingCode.NO_ICON;
        return code.finding(
                folder.path() + "/" + kind.folder(),
                "The event has no " + kind.label() + ". "
                        + folder.misnamed(kind)
                                .map(name -> "Rename the folder `" + name + "/` to `" + kind.folder() + "/`.")
                                .orElse("Put a PNG, JPEG or GIF into `" + kind.folder() + "/`."));
    }

    /** Returns the finding for an event without a usable asset of one kind. */
    public static Finding noneUsable(String eventPath, AssetKind kind) {
        var code = kind == AssetKind.BANNER ? FindingCode.NO_USABLE_BANNER : FindingCode.NO_USABLE_ICON;
        return code.finding(
                eventPath + "/" + kind.folder(),
                "None of the event's " + kind.label()
                        + "s can be used. Fix the findings about them, or add another PNG, JPEG or GIF.");
    }
}
