package dev.brandingbot.sync.guild;

import dev.brandingbot.event.AssetKind;
import java.util.Map;

/** The result of a request to Discord. */
public sealed interface DiscordResult {
    /** The result of an announcement where there is no channel for it. */
    Failed NO_CHANGELOG = new Failed("No changelog channel is set.");

    /** No request was sent, because the lock on the guild was lost. */
    Failed LOCK_LOST =
            new Failed("Another instance of the bot is updating this server. The next check will finish the rest.");

    /**
     * Discord confirmed the request.
     *
     * @param hashes Discord's hashes of the applied images, as far as it returned them
     */
    record Success(Map<AssetKind, String> hashes) implements DiscordResult {
        public Success {
            hashes = Map.copyOf(hashes);
        }

        /** A success without hashes. */
        public Success() {
            this(Map.of());
        }
    }

    /** The request failed, or its result is unknown. */
    sealed interface Unsuccessful extends DiscordResult {
        /** What happened and what to do, for moderators; it includes Discord's message if there is one. */
        String reason();
    }

    /**
     * Discord rejected the request and would reject the same request again.
     *
     * @param reason Discord's message and what to do, for moderators
     */
    record Rejected(String reason) implements Unsuccessful {}

    /**
     * The request failed or its result is unknown; the same request may succeed later.
     *
     * @param reason what happened, for moderators
     * @param mayConcernOneOfTwo whether only one of two images may have caused the failure, so that they are worth separate
     *     requests
     */
    record Failed(String reason, boolean mayConcernOneOfTwo) implements Unsuccessful {
        /** A failure that was not caused by the images. */
        public Failed(String reason) {
            this(reason, false);
        }
    }
}
