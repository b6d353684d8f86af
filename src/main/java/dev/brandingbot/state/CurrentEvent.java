package dev.brandingbot.state;

import dev.brandingbot.event.Described;
import dev.brandingbot.event.Event;
import dev.brandingbot.event.EventMeta;

/**
 * The event whose assets are on, as it was at the last look at the repository.
 *
 * @param path the path of its folder
 * @param meta what it says of itself
 * @param metaSha the git SHA of its {@code meta.md}
 */
public record CurrentEvent(String path, EventMeta meta, String metaSha) implements Described {
    /** What is to be remembered of {@code event} while it is on. */
    public static CurrentEvent of(Event event) {
        return new CurrentEvent(event.path(), event.meta(), event.metaSha());
    }
}
