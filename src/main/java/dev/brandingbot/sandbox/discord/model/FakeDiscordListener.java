package dev.brandingbot.sandbox.discord.model;

import java.util.List;
import java.util.Optional;

/**
 * Is notified of what members see, on the server's threads, after each change and before the next one. It must not wait for the bot.
 * Its exceptions fail the request that caused the change.
 */
public interface FakeDiscordListener {
    /** The guild's name, features, icon or banner changed. */
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

    /** The bot acknowledged an interaction and shows that it is thinking. */
    default void interactionAcknowledged(long interactionId, boolean isEphemeral) {}

    /** The bot answered an interaction, or changed the answer. */
    default void interactionAnswered(long interactionId, FakeMessage answer) {}

    /** The bot's commands in the guild changed. */
    default void commandsChanged(List<String> names) {}

    /** The bot requests a connection to the gateway, which may fail. */
    default void gatewayContacted() {}

    /** A session of the bot is ready, a new or a resumed one. */
    default void sessionStarted(boolean isResumed) {}
}
