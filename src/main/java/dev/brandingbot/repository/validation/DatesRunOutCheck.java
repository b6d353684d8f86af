package dev.brandingbot.repository.validation;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.repository.meta.MetaFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finds events whose table of dates ends soon. */
final class DatesRunOutCheck {
    private DatesRunOutCheck() {}

    /**
     * Returns a warning for each event whose table has no date in this year or the next one. Rules and yearly dates
     * never run out, and one-off dates are expected to end.
     *
     * @param today the day in UTC
     */
    static List<Finding> findings(List<BrandingEvent> events, LocalDate today) {
        return events.stream()
                .flatMap(event -> finding(event, today.getYear()).stream())
                .toList();
    }

    private static Optional<Finding> finding(BrandingEvent event, int year) {
        var missing =
                event.dates().map(dates -> dates.yearsMissing(year, year + 1)).orElse(List.of());
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(FindingCode.DATES_RUN_OUT.finding(
                        event.path() + "/" + MetaFile.NAME,
                        "No date for "
                                + missing.stream().map(String::valueOf).collect(joining(" and ")) + ". Add e.g. `"
                                + missing.get(0) + ": October 29 - October 31` below `dates:`."));
    }
}
