package dev.brandingbot.cog.scheduledevent;

import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.sync.guild.DiscordResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Access to a guild's scheduled events. Blocks on Discord for a bounded time. */
public interface ScheduledEventGateway {
    /** Why nothing can be published and what to do; empty if nothing prevents it. */
    Optional<String> blockingReason();

    /** Lists the events that this bot created and that are not over. */
    DiscordResult list(Consumer<List<PublishedEvent>> found);

    /**
     * Creates an event.
     *
     * @param made receives the ID of the event
     */
    DiscordResult create(DesiredEvent event, Instant now, Optional<AssetImage> cover, LongConsumer made);

    /** Updates a published event. */
    DiscordResult change(PublishedEvent published, DesiredEvent event, Instant now);

    /** Changes the cover of a published event. */
    DiscordResult setCover(long id, AssetImage cover);

    /** Deletes a published event. */
    DiscordResult remove(long id);
}
