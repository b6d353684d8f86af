package dev.brandingbot.sandbox.discord.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What comes of a member's interaction with the bot. */
public sealed interface InteractionResult {
    /**
     * The bot answered.
     *
     * @param message the answer
     */
    record Answered(FakeMessage message) implements InteractionResult {}

    /** The bot took the answer back. */
    record Withdrawn() implements InteractionResult {}

    /**
     * The bot suggested values for an option.
     *
     * @param choices the choice objects of Discord's API
     */
    record Suggested(List<JsonNode> choices) implements InteractionResult {
        public Suggested {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Discord's client did not let the member send it.
     *
     * @param reason why not, as a sentence
     */
    record Refused(String reason) implements InteractionResult {}

    /** "The application did not respond": the bot is not there, or was too late. */
    record NoResponse() implements InteractionResult {}
}
