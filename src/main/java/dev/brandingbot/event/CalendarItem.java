package dev.brandingbot.event;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.support.SafeText;
import dev.brandingbot.support.UserText;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that a {@link EventCalendar} can place in the year: an event, or what is remembered of one. */
public interface CalendarItem {
    /** No event comes twice in so many months: most come once a year, and those by the moon 11 days earlier each time. */
    int MONTHS_BETWEEN = 6;

    /** The path of the event's folder, like {@code events/eid_al_fitr}: its identity. */
    String path();

    /** The name that its authors gave it, if any. */
    Optional<String> name();

    /** When it is on; nothing for a fallback, which is on when nothing else is. */
    Optional<EventDates> dates();

    /** Of events on the same day the one with the highest is on. */
    int priority();

    /** Whether this is on when nothing else is. */
    default boolean isFallback() {
        return dates().isEmpty();
    }

    /**
     * The event's name as members read it: the one that its authors gave it, otherwise one made from its folder's, like {@code Eid
     * Al Fitr}; the path where that holds no word.
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
