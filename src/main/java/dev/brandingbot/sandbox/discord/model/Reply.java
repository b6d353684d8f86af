package dev.brandingbot.sandbox.discord.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What comes of a member's interaction with the bot. */
public sealed interface Reply {
    /**
     * The bot answered.
     *
     * @param message the answer
     */
    record Answered(Message message) implements Reply {}

    /** The bot took the answer back. */
    record Withdrawn() implements Reply {}

    /**
     * The bot suggested values for an option.
     *
     * @param choices the choice objects of Discord's API
     */
    record Suggested(List<JsonNode> choices) implements Reply {
        public Suggested {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Discord's client did not let the member send it.
     *
     * @param reason why not, as a sentence
     */
    record Refused(String reason) implements Reply {}

    /** "The application did not respond": the bot is not there, or was too late. */
    record NoResponse() implements Reply {}
}
