package dev.brandingbot.sandbox.discord.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The result of a member's interaction with the bot. */
public sealed interface InteractionResult {
    /**
     * The bot answered.
     *
     * @param message the answer
     */
    record Answered(FakeMessage message) implements InteractionResult {}

    /** The bot deleted its answer. */
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
     * Discord's client did not send the interaction.
     *
     * @param reason the reason, as a sentence
     */
    record Refused(String reason) implements InteractionResult {}

    /** "The application did not respond": the bot is not connected, or answered too late. */
    record NoResponse() implements InteractionResult {}
}
