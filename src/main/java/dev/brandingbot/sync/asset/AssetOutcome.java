package dev.brandingbot.sync.asset;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.support.SafeText;
import java.util.Optional;

/** What became of the banner, or of the icon, in one synchronisation. */
public sealed interface AssetOutcome {
    /** The outcome in a few words, for moderators. */
    String inWords();

    /** Whether the asset that should be on is on. */
    default boolean isOn() {
        return shown().isPresent();
    }

    /** The asset that is on, where it is the one that should be. */
    default Optional<Asset> shown() {
        return Optional.empty();
    }

    /**
     * Discord confirmed that the asset is on.
     *
     * @param asset which one
     */
    record Applied(Asset asset) implements AssetOutcome {
        @Override
        public Optional<Asset> shown() {
            return Optional.of(asset);
        }

        @Override
        public String inWords() {
            return "applied " + SafeText.line(asset.name());
        }
    }

    /**
     * What is on is right and stays.
     *
     * @param asset which one
     */
    record Unchanged(Asset asset) implements AssetOutcome {
        @Override
        public Optional<Asset> shown() {
            return Optional.of(asset);
        }

        @Override
        public String inWords() {
            return "unchanged, " + SafeText.line(asset.name());
        }
    }

    /** The guild lacks the feature for anything of this kind, so nothing is put on, and nothing is amiss. */
    record NotSupported() implements AssetOutcome {
        @Override
        public String inWords() {
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
        public String inWords() {
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
        static Failed waitingFor(AssetKind other) {
            return new Failed("It is applied together with the %s, which is not ready.".formatted(other.word()));
        }

        @Override
        public String inWords() {
            return "failed; the bot tries again. " + reason;
        }
    }
}
