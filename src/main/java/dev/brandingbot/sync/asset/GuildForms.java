package dev.brandingbot.sync.asset;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.Image;
import dev.brandingbot.repository.ImageCheck;
import dev.brandingbot.repository.ImageVerdict;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.state.AssetForm;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * In which form a guild shows assets of one kind. Where it lacks the feature for animated ones, the still twin stands in for an
 * animated asset, and failing that its first frame.
 *
 * @param repository has the images
 * @param kind the kind
 * @param showsAnimated whether the guild shows animated ones
 */
record GuildForms(BrandingRepository repository, AssetKind kind, boolean showsAnimated) {
    private static final String GIF = ".gif";

    /** The form in which {@code asset} should be on; nothing as long as its bytes are not known. Costs no request. */
    Optional<AssetForm> of(Asset asset) {
        if (showsAnimated || !asset.path().toLowerCase(Locale.ROOT).endsWith(GIF)) {
            return Optional.of(AssetForm.AS_IS);
        }
        return repository.verdict(asset).map(verdict -> isAnimated(verdict) ? still(asset) : AssetForm.AS_IS);
    }

    private AssetForm still(Asset animated) {
        return animated.still()
                .filter(twin -> repository
                        .verdict(twin)
                        .filter(ImageVerdict.Unusable.class::isInstance)
                        .isEmpty())
                .map(AssetForm::twin)
                .orElse(AssetForm.FIRST_FRAME);
    }

    /**
     * Fetches what is to be shown of {@code asset}.
     *
     * @param refused takes what can't be shown
     * @return nothing when it can't be shown in any form
     */
    Optional<FormedImage> image(Asset asset, Consumer<Finding> refused) throws RepositoryUnavailableException {
        var isKnownAsAnimated =
                repository.verdict(asset).filter(GuildForms::isAnimated).isPresent();
        if (!showsAnimated && isKnownAsAnimated) {
            var twin = twin(asset, refused);
            if (twin.isPresent()) {
                return twin;
            }
        }
        var whole = usable(asset, refused);
        if (showsAnimated || whole.filter(Image::isAnimated).isEmpty()) {
            return whole.map(image -> new FormedImage(image, AssetForm.AS_IS));
        }
        var twin = isKnownAsAnimated ? Optional.<FormedImage>empty() : twin(asset, refused);
        return twin.isPresent() ? twin : firstFrame(whole.get(), refused);
    }

    private Optional<FormedImage> twin(Asset animated, Consumer<Finding> refused)
            throws RepositoryUnavailableException {
        if (animated.still().isEmpty()) {
            return Optional.empty();
        }
        var twin = animated.still().get();
        return usable(twin, refused).map(image -> new FormedImage(image.inPlaceOf(animated), AssetForm.twin(twin)));
    }

    private Optional<FormedImage> firstFrame(Image animated, Consumer<Finding> refused) {
        var frame = animated.firstFrame().map(image -> new FormedImage(image, AssetForm.FIRST_FRAME));
        if (frame.isEmpty()) {
            refused.accept(tooAnimated(animated.asset()));
        }
        return frame;
    }

    private Optional<Image> usable(Asset asset, Consumer<Finding> refused) throws RepositoryUnavailableException {
        var check = repository.image(asset);
        if (check instanceof ImageCheck.Unusable unusable) {
            refused.accept(unusable.finding());
        }
        return check instanceof ImageCheck.Usable usable ? Optional.of(usable.image()) : Optional.empty();
    }

    private static boolean isAnimated(ImageVerdict verdict) {
        return verdict instanceof ImageVerdict.Usable usable && usable.isAnimated();
    }

    private Finding tooAnimated(Asset asset) {
        return FindingCode.ANIMATED.at(
                asset.path(),
                ("%s is animated, which this server can't show as its %s (needs boosts), and its first frame can't be"
                                + " read. Add a still image with the same name.")
                        .formatted(asset.name(), kind.word()));
    }
}
