package dev.brandingbot.cog;

import static java.util.Comparator.comparing;

import dev.brandingbot.event.Dated;
import dev.brandingbot.repository.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/**
 * Finds the event that a member means: by its path, by its folder's name or by its title, whatever the case.
 *
 * @param events among which
 * @param <E> the events' type
 */
record EventSearch<E extends Dated>(List<E> events) {
    private static final String ROOT = "events/";

    EventSearch {
        events = List.copyOf(events);
    }

    /** The event that {@code text} names; its path before any other's title. */
    Optional<E> find(String text) {
        return events.stream()
                .filter(event -> isPath(event, text) || event.title().equalsIgnoreCase(text.strip()))
                .min(comparing(event -> !isPath(event, text)));
    }

    /** What to say when {@link #find} found nothing. */
    String unknown(String text) {
        var titles = events.stream().map(Dated::title).toList();
        return "There is no event \"%s\". %s"
                .formatted(
                        Texts.cut(text, OptionData.MAX_CHOICE_VALUE_LENGTH),
                        Spelling.closest(text.strip(), titles)
                                .map("Did you mean %s?"::formatted)
                                .orElse("`/branding calendar show` lists them all."));
    }

    /** Events whose title or path holds {@code typed}, for Discord to offer: those that begin with it first. */
    List<Choice> choices(String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        return events.stream()
                // Discord takes no longer value, and nobody has such a folder.
                .filter(event -> event.path().length() <= OptionData.MAX_CHOICE_VALUE_LENGTH)
                .filter(event -> title(event).contains(wanted)
                        || event.path().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(comparing((E event) -> !title(event).startsWith(wanted)).thenComparing(EventSearch::title))
                .limit(OptionData.MAX_CHOICES)
                .map(event -> new Choice(Texts.cut(event.title(), OptionData.MAX_CHOICE_NAME_LENGTH), event.path()))
                .toList();
    }

    private static boolean isPath(Dated event, String text) {
        var path = event.path();
        return path.equalsIgnoreCase(text.strip()) || path.equalsIgnoreCase(ROOT + text.strip());
    }

    private static String title(Dated event) {
        return event.title().toLowerCase(Locale.ROOT);
    }
}
