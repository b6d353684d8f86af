package dev.brandingbot.repository.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.repository.finding.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatesRunOutCheckTest {
    private static final List<BrandingEvent> EVENTS = List.of(
            event("events/conference", "2026: May 1 to May 3; 2027: May 7 to May 9"),
            event("events/diwali", "Diwali for 5 days"),
            event("events/easter", "Easter to Easter"),
            event("events/jubilee", "July 10 2027 to July 16"),
            event("events/pride", "June 1 to June 30"),
            event("events/evergreen", Optional.empty()));

    @Test
    void warnsOneYearBeforeTableEnds() {
        assertThat(DatesRunOutCheck.findings(EVENTS, LocalDate.parse("2026-12-31")))
                .isEmpty();
        assertThat(DatesRunOutCheck.findings(EVENTS, LocalDate.parse("2027-01-01")))
                .extracting(Finding::code, Finding::isError, Finding::path, Finding::message)
                .containsExactly(tuple(
                        "dates-run-out",
                        false,
                        "events/conference/meta.md",
                        "No date for 2028. Add e.g. `2028: October 29 - October 31` below `dates:`."));
    }

    @Test
    void reportsBothYearsAfterTableEnded() {
        assertThat(DatesRunOutCheck.findings(EVENTS, LocalDate.parse("2036-06-01")))
                .extracting(Finding::path)
                .containsExactly("events/conference/meta.md", "events/diwali/meta.md");
        assertThat(DatesRunOutCheck.findings(EVENTS, LocalDate.parse("2036-06-01"))
                        .get(1)
                        .message())
                .startsWith("No date for 2036 and 2037. ");
    }

    private static BrandingEvent event(String path, String dates) {
        return event(path, EventDates.parse(dates));
    }

    private static BrandingEvent event(String path, Optional<EventDates> dates) {
        return new BrandingEvent(path, EventMetadata.of(dates, "x"), "m", List.of(), List.of());
    }
}
