package dev.brandingbot.sandbox.discord.model;

import java.util.List;
import java.util.Optional;

/**
 * Is told what members see, as it happens: on the server's threads, after each change and before the next one. So it must
 * not wait for the bot; what it throws ends in the request that caused it.
 */
public interface FakeDiscordListener {
    /** The guild looks different. */
    default void guildChanged(GuildChange change) {}

    /** A message appeared in a channel. */
    default void messageCreated(FakeMessage message) {}

    /** A message in a channel was edited. */
    default void messageEdited(FakeMessage message) {}

    /** A message in a channel was deleted. */
    default void messageDeleted(FakeMessage message) {}

    /**
     * A scheduled event was created, changed, started, ended or deleted.
     *
     * @param before empty if it was created
     * @param after empty if it was deleted
     */
    default void scheduledEventChanged(Optional<FakeScheduledEvent> before, Optional<FakeScheduledEvent> after) {}

    /** The bot has taken an interaction and shows that it thinks. */
    default void interactionAcknowledged(long interactionId, boolean isEphemeral) {}

    /** The bot answered an interaction, or changed the answer. */
    default void interactionAnswered(long interactionId, FakeMessage answer) {}

    /** The bot's commands in the guild changed. */
    default void commandsChanged(List<String> names) {}

    /** The bot asks the gateway for a connection, whatever becomes of that. */
    default void gatewayContacted() {}

    /** A session of the bot is ready, a new one or one that went on. */
    default void sessionStarted(boolean isResumed) {}
}
