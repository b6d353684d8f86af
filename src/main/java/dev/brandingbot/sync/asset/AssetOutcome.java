package dev.brandingbot.sync.asset;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.support.SafeText;
import java.util.Optional;

/** What became of the banner, or of the icon, in one synchronisation. */
public sealed interface AssetOutcome {
    /** The outcome in a few words, for moderators. */
    String text();

    /** Whether the asset that should be on is on. */
    default boolean isActive() {
        return activeAsset().isPresent();
    }

    /** The asset that is on, where it is the one that should be. */
    default Optional<Asset> activeAsset() {
        return Optional.empty();
    }

    /**
     * Discord confirmed that the asset is on.
     *
     * @param asset the asset
     * @param wasActive whether it was the active asset before, so that it was only uploaded again
     */
    record Applied(Asset asset, boolean wasActive) implements AssetOutcome {
        /** An asset that was not the active one before. */
        public Applied(Asset asset) {
            this(asset, false);
        }

        @Override
        public Optional<Asset> activeAsset() {
            return Optional.of(asset);
        }

        @Override
        public String text() {
            return "applied " + SafeText.toSingleLine(asset.name());
        }
    }

    /**
     * What is on is right and stays.
     *
     * @param asset which one
     */
    record Unchanged(Asset asset) implements AssetOutcome {
        @Override
        public Optional<Asset> activeAsset() {
            return Optional.of(asset);
        }

        @Override
        public String text() {
            return "unchanged, " + SafeText.toSingleLine(asset.name());
        }
    }

    /** The guild lacks the feature for anything of this kind, so nothing is put on, and nothing is amiss. */
    record NotSupported() implements AssetOutcome {
        @Override
        public String text() {
            return "not applied: this server has no banner feature (needs boosts). It will be applied once the server has it.";
        }
    }

    /**
     * Nothing could be applied here, and it is no use to try again before something is mended.
     *
     * @param reason why, and what to do
     */
    record Skipped(String reason) implements AssetOutcome {
        @Override
        public String text() {
            return "not applied. " + reason;
        }
    }

    /**
     * It did not work, what was on stays, and the next check tries again.
     *
     * @param reason what happened
     */
    record Failed(String reason) implements AssetOutcome {
        /** It waits for an asset of another kind that could not be downloaded. */
        public static Failed waitingFor(AssetKind other) {
            return new Failed("It is applied together with the %s, which is not ready.".formatted(other.label()));
        }

        @Override
        public String text() {
            return "not applied yet; the bot will retry. " + reason;
        }
    }
}
