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

/** Makes assets of what lies in an event's folder for one kind of them, and says what is wrong there. */
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
     * The assets of one kind, those that are known to be unusable last.
     *
     * @param contents what is known of images, by SHA
     * @param shown the kinds that are shown: of another one, the event needs none
     * @param found takes what is wrong
     */
    static List<Asset> validate(
            EventFolder folder,
            AssetKind kind,
            Function<String, Optional<ImageMetadata>> contents,
            Set<AssetKind> shown,
            List<Finding> found) {
        var check = new AssetValidator(folder, kind, contents, shown.contains(kind));
        var assets = check.assets();
        found.addAll(check.findings);
        return assets;
    }

    private List<Asset> assets() {
        var different = withoutDuplicates(named());
        if (different.isEmpty()) {
            addLack(none());
            return different;
        }
        folder.misnamed(kind).map(this::misnamed).ifPresent(findings::add);
        different.forEach(this::validate);
        if (different.stream().allMatch(asset -> problem(asset).isPresent())) {
            addLack(noneUsable(folder.path(), kind));
        }
        return StillVariants.attach(different, contents);
    }

    private void addLack(Finding lack) {
        findings.add(isShown ? lack : lack.asWarning());
    }

    /** Those that are images as far as name, mode and size tell; those known to be unusable last. */
    private List<Asset> named() {
        var assets = new ArrayList<Asset>();
        for (var file : folder.files(kind)) {
            AssetRules.error(file)
                    .ifPresentOrElse(findings::add, () -> assets.add(new Asset(file.path(), file.sha(), file.size())));
        }
        assets.sort(comparing(asset -> problem(asset).isPresent()));
        return assets;
    }

    /** Identical files are one asset: the first, of those whose name suits the content where that is known. */
    private List<Asset> withoutDuplicates(List<Asset> assets) {
        var different = new LinkedHashMap<String, Asset>();
        for (var asset : assets) {
            var original = different.putIfAbsent(asset.sha(), asset);
            if (original != null) {
                findings.add(FindingCode.DUPLICATE.finding(
                        asset.path(),
                        "This is the same image as " + original.name() + " and counts only once. Remove one of them."));
            }
        }
        return List.copyOf(different.values());
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
                "Nothing in this folder is used. Move images that belong to the event to " + kind.folder() + "/.");
    }

    private Finding none() {
        var code = kind == AssetKind.BANNER ? FindingCode.NO_BANNER : FindingCode.NO_ICON;
        return code.finding(
                folder.path() + "/" + kind.folder(),
                "The event has no " + kind.label() + ". "
                        + folder.misnamed(kind)
                                .map(name -> "Rename the folder " + name + "/ to " + kind.folder() + "/.")
                                .orElse("Put a PNG, JPEG or GIF into " + kind.folder() + "/."));
    }

    /** Says that of an event's assets of one kind none can be used. */
    public static Finding noneUsable(String eventPath, AssetKind kind) {
        var code = kind == AssetKind.BANNER ? FindingCode.NO_USABLE_BANNER : FindingCode.NO_USABLE_ICON;
        return code.finding(
                eventPath + "/" + kind.folder(),
                "None of the event's " + kind.label() + "s can be used. Add one that can: a PNG, JPEG or GIF.");
    }
}
