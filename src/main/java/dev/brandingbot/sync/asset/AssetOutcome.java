package dev.brandingbot.sync.asset;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.support.SafeText;
import java.util.Optional;

/** The outcome of the banner or the icon in one synchronization. */
public sealed interface AssetOutcome {
    /** The outcome as a short text for moderators. */
    String text();

    /** Whether the right asset is applied. */
    default boolean isActive() {
        return activeAsset().isPresent();
    }

    /** The applied asset if it is the right one; empty otherwise. */
    default Optional<Asset> activeAsset() {
        return Optional.empty();
    }

    /**
     * Discord confirmed that the asset is applied.
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
     * The applied asset is right and stays.
     *
     * @param asset the asset
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

    /** The guild lacks the feature for this kind of asset. Nothing is applied, and nothing has to be retried. */
    record NotSupported() implements AssetOutcome {
        @Override
        public String text() {
            return "not applied: this server has no banner feature (needs boosts). It will be applied once the server has it.";
        }
    }

    /**
     * Nothing could be applied, and a retry is useless until something is fixed.
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
     * The asset could not be applied. The previous one stays, and the next check retries.
     *
     * @param reason what happened
     */
    record Failed(String reason) implements AssetOutcome {
        /** Returns the outcome of an asset that waits for an asset of another kind. */
        public static Failed waitingFor(AssetKind other) {
            return new Failed("It is applied together with the %s, which is not ready.".formatted(other.label()));
        }

        @Override
        public String text() {
            return "not applied yet; the bot will retry. " + reason;
        }
    }
}
