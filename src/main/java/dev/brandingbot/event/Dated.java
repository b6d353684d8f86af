package dev.brandingbot.event;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.stream.Stream;

/** Something that a {@link Calendar} can place in the year: an event, or what is remembered of one. */
public interface Dated {
    /** The path of the event's folder, like {@code events/eid_al_fitr}: its identity. */
    String path();

    /** When it is on; nothing for a fallback, which is on when nothing else is. */
    Optional<EventDates> dates();

    /** Whether this is on when nothing else is. */
    default boolean isFallback() {
        return dates().isEmpty();
    }

    /** The event's name as members read it, made from its folder's: {@code Eid Al Fitr}; the path where that holds no word. */
    default String title() {
        var folder = path().substring(path().lastIndexOf('/') + 1);
        var title = Stream.of(folder.split("[_\\s-]+"))
                .filter(word -> !word.isEmpty())
                .map(Dated::capitalised)
                .collect(joining(" "));
        return Legible.line(title.isEmpty() ? path() : title);
    }

    private static String capitalised(String word) {
        var first = word.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + word.substring(Character.charCount(first));
    }
}
