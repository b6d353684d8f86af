package dev.brandingbot.sync.guild;

import dev.brandingbot.event.AssetKind;
import java.util.Map;

/** What Discord said to a request. */
public sealed interface DiscordResult {
    /** Nothing was asked of Discord, because the lock on the guild is not held any more. */
    Failed LOCK_LOST =
            new Failed("Another instance of the bot is updating this server. The next check will finish the rest.");

    /**
     * Discord confirmed it.
     *
     * @param hashes by which Discord names the images that are on now, where it told
     */
    record Success(Map<AssetKind, String> hashes) implements DiscordResult {
        public Success {
            hashes = Map.copyOf(hashes);
        }

        /** Discord confirmed it, and told nothing of images. */
        public Success() {
            this(Map.of());
        }
    }

    /** It did not happen, or it is not known whether it did. */
    sealed interface Unsuccessful extends DiscordResult {
        /** What happened and what to do, for a moderator; with Discord's own words where there are any. */
        String reason();
    }

    /**
     * Discord refused it, and will refuse the same again.
     *
     * @param reason Discord's own words and what to do, for a moderator
     */
    record Rejected(String reason) implements Unsuccessful {}

    /**
     * It failed, or its fate is unknown; the same may work later.
     *
     * @param reason what happened, for a moderator
     * @param mayConcernOneOfTwo whether Discord may have stumbled over one image of two, so that the other is worth a try
     */
    record Failed(String reason, boolean mayConcernOneOfTwo) implements Unsuccessful {
        /** A failure that has nothing to do with the images. */
        public Failed(String reason) {
            this(reason, false);
        }
    }
}
