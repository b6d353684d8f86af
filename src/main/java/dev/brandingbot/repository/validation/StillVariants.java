package dev.brandingbot.repository.validation;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.format.ImageMetadata;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.support.UserText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Combines an animated image and the still image of the same name into one asset, e.g. {@code party.gif} and
 * {@code party.png}. Until their content is known, the file extensions decide.
 */
public final class StillVariants {
    private static final String GIF = ".gif";

    private final Function<String, Optional<ImageMetadata>> contents;
    private final Map<String, Asset> stills = new HashMap<>();

    private StillVariants(Function<String, Optional<ImageMetadata>> contents) {
        this.contents = contents;
    }

    /**
     * Attaches still variants to animated assets and removes them from the list.
     *
     * @param assets the assets of one folder
     * @param contents what is known of images, by SHA
     */
    static List<Asset> attach(List<Asset> assets, Function<String, Optional<ImageMetadata>> contents) {
        var variants = new StillVariants(contents);
        assets.stream().filter(variants::mayBeStill).forEach(still -> variants.stills.putIfAbsent(stem(still), still));
        return variants.withoutUsedStills(assets);
    }

    /** Returns a finding for each asset that is known to be animated and has no still variant. */
    public static List<Finding> missing(InspectedEvent event, Function<String, Optional<ImageMetadata>> contents) {
        var variants = new StillVariants(contents);
        return Arrays.stream(AssetKind.values())
                .flatMap(kind -> event.assets(kind).stream()
                        .filter(asset -> asset.still().isEmpty() && variants.isAnimated(asset))
                        .map(asset -> missing(kind, asset)))
                .toList();
    }

    private static Finding missing(AssetKind kind, Asset asset) {
        return FindingCode.NO_STILL_VARIANT.finding(
                asset.path(),
                "%s is animated and has no still variant for servers without animated %ss. Add a PNG or JPEG with the same name."
                        .formatted(kind == AssetKind.ICON ? "Icon" : "Banner", kind.label()));
    }

    private boolean isAnimated(Asset asset) {
        return isUsable(asset)
                && contents.apply(asset.sha())
                        .map(content -> content.format().isAnimated())
                        .orElse(false);
    }

    private List<Asset> withoutUsedStills(List<Asset> assets) {
        var joined = assets.stream().map(this::withStill).toList();
        var used = new HashSet<Asset>();
        joined.forEach(asset -> asset.still().ifPresent(used::add));
        return joined.stream().filter(asset -> !used.contains(asset)).toList();
    }

    private Asset withStill(Asset asset) {
        var still = mayBeAnimated(asset) ? Optional.ofNullable(stills.get(stem(asset))) : Optional.<Asset>empty();
        return still.map(asset::withStill).orElse(asset);
    }

    private boolean mayBeAnimated(Asset asset) {
        return isGif(asset)
                && isUsable(asset)
                && contents.apply(asset.sha())
                        .map(content -> content.format().isAnimated())
                        .orElse(true);
    }

    private boolean mayBeStill(Asset asset) {
        return !isGif(asset) && isUsable(asset);
    }

    private boolean isUsable(Asset asset) {
        return contents.apply(asset.sha())
                .flatMap(content -> AssetRules.error(asset.path(), content))
                .isEmpty();
    }

    private static boolean isGif(Asset asset) {
        return asset.path().toLowerCase(Locale.ROOT).endsWith(GIF);
    }

    private static String stem(Asset asset) {
        return UserText.composed(asset.path().substring(0, asset.path().lastIndexOf('.')));
    }
}
