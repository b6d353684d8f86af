package dev.brandingbot.state;

import dev.brandingbot.event.Dated;
import dev.brandingbot.event.Event;
import dev.brandingbot.event.EventDates;
import java.util.Optional;

/**
 * The event whose assets are on, as it was at the last look at the repository.
 *
 * @param path the path of its folder
 * @param dates when it is on; nothing for a fallback
 * @param description Markdown, uncut
 * @param metaSha the git SHA of its {@code meta.md}
 */
public record CurrentEvent(String path, Optional<EventDates> dates, String description, String metaSha)
        implements Dated {
    /** What is to be remembered of {@code event} while it is on. */
    public static CurrentEvent of(Event event) {
        return new CurrentEvent(event.path(), event.dates(), event.description(), event.metaSha());
    }
}
