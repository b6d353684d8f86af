package dev.brandingbot.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarItemTest {
    @ParameterizedTest
    @CsvSource({
        "events/pride, Pride",
        "events/eid_al_fitr, Eid Al Fitr",
        "events/lunar-new-year, Lunar New Year",
        "events/free comic  book day, Free Comic Book Day",
        "events/__new__year__, New Year",
        "events/PyDis_birthday, PyDis Birthday",
        "events/été, Été",
        "events/🎃_night, 🎃 Night",
        "events/2027, 2027",
        "pride, Pride",
    })
    void derivesTitleFromFolder(String path, String title) {
        assertThat(new EventSummary(path, Optional.empty()).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({"events/___", "events/-", "'events/ '"})
    void usesPathAsTitleIfFolderHasNoWords(String path) {
        assertThat(new EventSummary(path, Optional.empty()).title()).isEqualTo(path);
    }

    @Test
    void prefersNameFromSettings() {
        var event = new EventSummary("events/eid_al_fitr", Optional.of("Eid al-Fitr\u202e"), Optional.empty(), 0);

        assertThat(event.title()).isEqualTo("Eid al-Fitr\\u202e");
    }
}
