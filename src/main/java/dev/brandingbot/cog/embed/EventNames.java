package dev.brandingbot.cog.embed;

import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.support.Texts;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;

/**
 * How events are called in a line of Markdown.
 *
 * @param events the events that are known
 */
public record EventNames(List<EventSummary> events) {
    /** A page of lines with names of full length fits in an embed. */
    private static final int MAX_LENGTH = 80;

    public EventNames {
        events = List.copyOf(events);
    }

    /** The event at {@code path}, which need not be there any more, in bold. */
    public String bold(String path) {
        return bold(new EventCalendar<>(events).event(path).orElseGet(() -> new EventSummary(path, Optional.empty())));
    }

    /** An event, in bold. */
    public static String bold(CalendarItem event) {
        return "**" + MarkdownSanitizer.escape(Texts.cut(event.title(), MAX_LENGTH)) + "**";
    }
}
