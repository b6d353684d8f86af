package dev.brandingbot.cog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.CalendarEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventSearchTest {
    private static final EventSearch<CalendarEntry> SEARCH = new EventSearch<>(List.of(
            event("events/eid_al_fitr", "Eid al-Fitr"),
            event("events/pride", null),
            event("events/my_pride", "Pride")));

    @ParameterizedTest
    @CsvSource({
        "events/pride, events/pride",
        "pride, events/pride",
        "' PRIDE ', events/pride",
        "Eid al-Fitr, events/eid_al_fitr",
        "eid_al_fitr, events/eid_al_fitr",
        "my_pride, events/my_pride",
    })
    void findsAnEventByItsPathItsFolderOrItsTitle(String text, String path) {
        assertThat(SEARCH.find(text)).map(CalendarEntry::path).hasValue(path);
    }

    @Test
    void guessesWhatWasMeantByAnUnknownName() {
        assertThat(SEARCH.find("Eid al-Fitre")).isEmpty();
        assertThat(SEARCH.unknown("Eid al-Fitre"))
                .isEqualTo("There is no event \"Eid al-Fitre\". Did you mean Eid al-Fitr?");
        assertThat(SEARCH.unknown("x".repeat(6_000)))
                .hasSizeLessThan(200)
                .endsWith("`/branding calendar show` lists them all.");
    }

    @Test
    void offersWhatBeginsWithTheTypedTextFirst() {
        assertThat(SEARCH.choices(" PR"))
                .extracting(Choice::getAsString)
                .containsExactly("events/pride", "events/my_pride");
        assertThat(SEARCH.choices("al")).extracting(Choice::getName).containsExactly("Eid al-Fitr");
        assertThat(SEARCH.choices("nothing like it")).isEmpty();
    }

    @Test
    void offersNoMoreThanDiscordTakes() {
        var many = IntStream.range(0, 40)
                .mapToObj(i -> event("events/e" + i, "x".repeat(150)))
                .toList();
        var longest = event("events/" + "y".repeat(100), null);

        assertThat(new EventSearch<>(many).choices(""))
                .hasSize(25)
                .allSatisfy(choice -> assertThat(choice.getName()).hasSizeLessThanOrEqualTo(100));
        assertThat(new EventSearch<>(List.of(longest)).choices("")).isEmpty();
    }

    private static CalendarEntry event(String path, String name) {
        return new CalendarEntry(path, Optional.ofNullable(name), Optional.empty(), 0);
    }
}
