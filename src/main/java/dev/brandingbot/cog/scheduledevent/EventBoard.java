package dev.brandingbot.cog.scheduledevent;

import dev.brandingbot.repository.Image;
import dev.brandingbot.sync.guild.GuildAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The guild's scheduled events. Waits for Discord, within a bound. */
public interface EventBoard {
    /** Why nothing can be published, with what to do. */
    Optional<String> obstacle();

    /** Looks at what this bot has published, and is not over. */
    GuildAnswer list(Consumer<List<PublishedEvent>> found);

    /**
     * Publishes an event.
     *
     * @param made takes its id
     */
    GuildAnswer create(WantedEvent event, Instant now, Optional<Image> cover, LongConsumer made);

    /** Lets a published event show {@code event}. */
    GuildAnswer change(PublishedEvent published, WantedEvent event, Instant now);

    /** Gives a published event another cover. */
    GuildAnswer cover(long id, Image cover);

    /** Removes a published event. */
    GuildAnswer remove(long id);
}
