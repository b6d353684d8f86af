package dev.brandingbot.cog.command;

import static java.util.Comparator.comparing;

import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.support.Suggestions;
import dev.brandingbot.support.Texts;
import dev.brandingbot.support.UserText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/**
 * Finds events by path, folder name or title, ignoring case and the Unicode form of accents.
 *
 * @param events the events to search
 * @param <E> the events' type
 */
record EventFinder<E extends CalendarItem>(List<E> events) {
    private static final String ROOT = "events/";

    EventFinder {
        events = List.copyOf(events);
    }

    /** Returns the event that {@code text} names. A path takes precedence over another event's title. */
    Optional<E> find(String text) {
        return events.stream()
                .filter(event -> isPath(event, text) || isTitle(event, text))
                .min(comparing((E event) -> !isExactPath(event, text)).thenComparing(event -> !isPath(event, text)));
    }

    /** The message if {@link #find} found nothing, with a suggestion. */
    String notFoundMessage(String text) {
        var titles = events.stream().map(CalendarItem::title).toList();
        return "There is no event \"%s\". %s"
                .formatted(
                        Texts.cut(text, OptionData.MAX_CHOICE_VALUE_LENGTH),
                        Suggestions.closest(text.strip(), titles)
                                .map("Did you mean %s?"::formatted)
                                .orElse("`/branding calendar show` lists them all."));
    }

    /** Returns choices of events whose title or path contains {@code typed}, those that start with it first. */
    List<Choice> choices(String typed) {
        return choices(typed, event -> "");
    }

    /** @param mark returns a note to append to an event's title, or an empty text */
    List<Choice> choices(String typed, Function<E, String> mark) {
        var wanted = UserText.searchKey(typed);
        return events.stream()
                .filter(event -> title(event).contains(wanted)
                        || UserText.searchKey(event.path()).contains(wanted))
                .sorted(comparing((E event) -> !title(event).startsWith(wanted)).thenComparing(EventFinder::title))
                .limit(OptionData.MAX_CHOICES)
                .map(event -> ChoiceValue.choice(label(event, mark.apply(event)), event.path()))
                .toList();
    }

    private static String label(CalendarItem event, String mark) {
        return Texts.cut(event.title(), OptionData.MAX_CHOICE_NAME_LENGTH - mark.length()) + mark;
    }

    private static boolean isExactPath(CalendarItem event, String text) {
        return event.path().equals(text) || ChoiceValue.of(event.path()).equals(text.strip());
    }

    private static boolean isPath(CalendarItem event, String text) {
        var path = UserText.searchKey(event.path());
        var wanted = UserText.searchKey(text);
        return isExactPath(event, text) || path.equals(wanted) || path.equals(ROOT + wanted);
    }

    private static boolean isTitle(CalendarItem event, String text) {
        return title(event).equals(UserText.searchKey(text));
    }

    private static String title(CalendarItem event) {
        return UserText.searchKey(event.title());
    }
}
