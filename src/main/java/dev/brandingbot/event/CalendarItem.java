package dev.brandingbot.event;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.support.SafeText;
import dev.brandingbot.support.UserText;
import java.util.Optional;
import java.util.stream.Stream;

/** An item of an {@link EventCalendar}: an event, or a stored summary of one. */
public interface CalendarItem {
    /**
     * Minimum months between two occurrences of an event. Most occur yearly; those of lunar calendars about 11 days
     * earlier each year.
     */
    int MIN_MONTHS_BETWEEN = 6;

    /** Returns the path of the event's folder, which identifies it, e.g. {@code events/eid_al_fitr}. */
    String path();

    /** Returns the name from its settings, if any. */
    Optional<String> name();

    /** Returns the event's dates; empty for a fallback. */
    Optional<EventDates> dates();

    /** Returns the priority. The overlapping event with the highest priority is active. */
    int priority();

    /** Whether this is a fallback, which is active if no dated event is. */
    default boolean isFallback() {
        return dates().isEmpty();
    }

    /**
     * Returns the event's name for members: the one from its settings, or else one derived from the folder, e.g.
     * {@code Eid Al Fitr}; the path if the folder's name contains no words.
     */
    default String title() {
        return SafeText.toSingleLine(name().filter(not(UserText::isBlank)).orElseGet(() -> titleFromFolder(path())));
    }

    private static String titleFromFolder(String path) {
        var folder = path.substring(path.lastIndexOf('/') + 1);
        var words = Stream.of(folder.split("[_\\s-]+"))
                .filter(word -> !word.isEmpty())
                .map(CalendarItem::capitalized)
                .collect(joining(" "));
        return UserText.isBlank(words) ? path : words;
    }

    private static String capitalized(String word) {
        var first = word.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + word.substring(Character.charCount(first));
    }
}
