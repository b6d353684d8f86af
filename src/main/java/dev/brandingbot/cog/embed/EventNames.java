package dev.brandingbot.cog.embed;

import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.support.Texts;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;

/**
 * The names of events in Markdown.
 *
 * @param events the known events
 */
public record EventNames(List<EventSummary> events) {
    /** A page of lines with names of full length fits in an embed. */
    private static final int MAX_LENGTH = 80;

    public EventNames {
        events = List.copyOf(events);
    }

    /** Returns the name of the event at {@code path} in bold, even if the event does not exist anymore. */
    public String bold(String path) {
        return bold(new EventCalendar<>(events).event(path).orElseGet(() -> new EventSummary(path, Optional.empty())));
    }

    /** Returns an event's name in bold. */
    public static String bold(CalendarItem event) {
        return "**" + MarkdownSanitizer.escape(Texts.cut(event.title(), MAX_LENGTH)) + "**";
    }
}
