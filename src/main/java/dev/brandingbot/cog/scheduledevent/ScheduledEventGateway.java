package dev.brandingbot.cog.scheduledevent;

import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.sync.guild.DiscordResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The guild's scheduled events. Waits for Discord, within a bound. */
public interface ScheduledEventGateway {
    /** Why nothing can be published, with what to do. */
    Optional<String> blockingReason();

    /** Looks at what this bot has published, and is not over. */
    DiscordResult list(Consumer<List<PublishedEvent>> found);

    /**
     * Publishes an event.
     *
     * @param made takes its id
     */
    DiscordResult create(DesiredEvent event, Instant now, Optional<AssetImage> cover, LongConsumer made);

    /** Lets a published event show {@code event}. */
    DiscordResult change(PublishedEvent published, DesiredEvent event, Instant now);

    /** Gives a published event another cover. */
    DiscordResult setCover(long id, AssetImage cover);

    /** Removes a published event. */
    DiscordResult remove(long id);
}
