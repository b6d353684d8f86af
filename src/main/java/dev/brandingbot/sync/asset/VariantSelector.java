package dev.brandingbot.sync.asset;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.FetchedImage;
import dev.brandingbot.repository.ImageStatus;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.state.AssetVariant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Selects the variant of assets that a guild can show. If the guild can't show animated ones, the still variant replaces an
 * animated asset, or its first frame if there is none.
 *
 * @param repository the repository with the images
 * @param kind the kind
 * @param showsAnimated whether the guild shows animated assets of this kind
 */
public record VariantSelector(BrandingRepository repository, AssetKind kind, boolean showsAnimated) {
    private static final String GIF = ".gif";

    /** Returns the variant in which {@code asset} should be applied; empty if its content is unknown. Sends no request. */
    public Optional<AssetVariant> variantFor(Asset asset) {
        if (showsAnimated || !asset.path().toLowerCase(Locale.ROOT).endsWith(GIF)) {
            return Optional.of(AssetVariant.ORIGINAL);
        }
        return repository.imageStatus(asset).map(status -> isAnimated(status) ? still(asset) : AssetVariant.ORIGINAL);
    }

    private AssetVariant still(Asset animated) {
        return animated.still()
                .filter(still -> repository
                        .imageStatus(still)
                        .filter(ImageStatus.Rejected.class::isInstance)
                        .isEmpty())
                .map(AssetVariant::stillVariant)
                .orElse(AssetVariant.FIRST_FRAME);
    }

    /**
     * Fetches {@code asset} in the variant that the guild can show.
     *
     * @param refused receives the problems of images that can't be shown
     * @return empty if no variant can be shown
     */
    Optional<LoadedAsset> image(Asset asset, Consumer<Finding> refused) throws RepositoryUnavailableException {
        var isKnownAsAnimated = repository
                .imageStatus(asset)
                .filter(VariantSelector::isAnimated)
                .isPresent();
        if (!showsAnimated && isKnownAsAnimated) {
            var still = stillImage(asset, refused);
            if (still.isPresent()) {
                return still;
            }
        }
        var whole = usable(asset, refused);
        if (showsAnimated || whole.filter(AssetImage::isAnimated).isEmpty()) {
            return whole.map(image -> new LoadedAsset(image, AssetVariant.ORIGINAL));
        }
        var still = isKnownAsAnimated ? Optional.<LoadedAsset>empty() : stillImage(asset, refused);
        return still.isPresent() ? still : firstFrame(whole.get(), refused);
    }

    private Optional<LoadedAsset> stillImage(Asset animated, Consumer<Finding> refused)
            throws RepositoryUnavailableException {
        if (animated.still().isEmpty()) {
            return Optional.empty();
        }
        var still = animated.still().get();
        return usable(still, refused)
                .map(image -> new LoadedAsset(image.asStillVariantOf(animated), AssetVariant.stillVariant(still)));
    }

    private Optional<LoadedAsset> firstFrame(AssetImage animated, Consumer<Finding> refused) {
        var frame = animated.firstFrame().map(image -> new LoadedAsset(image, AssetVariant.FIRST_FRAME));
        if (frame.isEmpty()) {
            refused.accept(animationNotSupported(animated.asset()));
        }
        return frame;
    }

    private Optional<AssetImage> usable(Asset asset, Consumer<Finding> refused) throws RepositoryUnavailableException {
        var check = repository.fetchImage(asset);
        if (check instanceof FetchedImage.Unusable unusable) {
            refused.accept(unusable.finding());
        }
        return check instanceof FetchedImage.Usable usable ? Optional.of(usable.image()) : Optional.empty();
    }

    private static boolean isAnimated(ImageStatus status) {
        return status instanceof ImageStatus.Supported usable && usable.isAnimated();
    }

    private Finding animationNotSupported(Asset asset) {
        return FindingCode.ANIMATION_NOT_SUPPORTED.finding(
                asset.path(),
                ("%s is animated, which this server can't show as its %s (needs boosts), and its first frame can't be"
                                + " read. Add a still image with the same name.")
                        .formatted(asset.name(), kind.label()));
    }
}
