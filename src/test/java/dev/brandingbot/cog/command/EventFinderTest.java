package dev.brandingbot.cog.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.EventSummary;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFinderTest {
    private static final EventFinder<EventSummary> SEARCH = new EventFinder<>(List.of(
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
        assertThat(SEARCH.find(text)).map(EventSummary::path).hasValue(path);
    }

    @Test
    void guessesWhatWasMeantByAnUnknownName() {
        assertThat(SEARCH.find("Eid al-Fitre")).isEmpty();
        assertThat(SEARCH.notFoundMessage("Eid al-Fitre"))
                .isEqualTo("There is no event \"Eid al-Fitre\". Did you mean Eid al-Fitr?");
        assertThat(SEARCH.notFoundMessage("x".repeat(6_000)))
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
    void marksAnEventBehindItsTitle() {
        var search = new EventFinder<>(List.of(event("events/long", "x".repeat(150)), event("events/pride", null)));

        assertThat(search.choices("", event -> event.path().endsWith("long") ? " (has errors)" : ""))
                .extracting(Choice::getName)
                .containsExactly("Pride", "x".repeat(86) + "… (has errors)");
    }

    @Test
    void offersNoMoreThanDiscordTakes() {
        var many = IntStream.range(0, 40)
                .mapToObj(i -> event("events/e" + i, "x".repeat(150)))
                .toList();

        assertThat(new EventFinder<>(many).choices(""))
                .hasSize(25)
                .allSatisfy(choice -> assertThat(choice.getName()).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void offersAPathThatIsTooLongForDiscordAndFindsItAgain() {
        var search = new EventFinder<>(List.of(
                event("events/" + "y".repeat(100) + "1", null),
                event("events/" + "y".repeat(100) + "2", null),
                event("events/" + "🎃".repeat(120), null)));

        var choices = search.choices("");

        assertThat(choices).hasSize(3);
        assertThat(choices)
                .allSatisfy(choice -> assertThat(choice.getAsString()).hasSizeLessThanOrEqualTo(100))
                .extracting(choice -> search.find(choice.getAsString()).orElseThrow())
                .containsExactlyInAnyOrderElementsOf(search.events());
        assertThat(search.find("events/" + "y".repeat(100) + "2"))
                .contains(search.events().get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fête", "fe\u0302te", "FÊTE", "events/fête", "Fe\u0302te ", "f\u00eate\u200b"})
    void findsAFolderHoweverItsAccentsAreStored(String typed) {
        var stored = "events/fe\u0302te";
        var search = new EventFinder<>(List.of(event("events/pride", null), event(stored, null)));

        assertThat(search.find(typed)).map(EventSummary::path).contains(stored);
        assertThat(search.choices(typed)).extracting(Choice::getAsString).containsExactly(stored);
        assertThat(search.notFoundMessage("fêtes")).contains("Did you mean");
    }

    @Test
    void prefersTheVeryFolderThatIsTyped() {
        var search = new EventFinder<>(List.of(event("events/fe\u0302te", null), event("events/fête", null)));

        assertThat(search.find("events/fête")).map(EventSummary::path).contains("events/fête");
        assertThat(search.find("events/fe\u0302te")).map(EventSummary::path).contains("events/fe\u0302te");
    }

    private static EventSummary event(String path, String name) {
        return new EventSummary(path, Optional.ofNullable(name), Optional.empty(), 0);
    }
}
