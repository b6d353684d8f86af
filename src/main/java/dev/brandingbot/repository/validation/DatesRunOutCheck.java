package dev.brandingbot.repository.validation;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.repository.meta.MetaFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Looks for events whose dates run out, early enough for somebody to add some. */
final class DatesRunOutCheck {
    private DatesRunOutCheck() {}

    /**
     * Warns of each event that has no date in this year or the next one because its table of dates ends. Rules and dates
     * that are the same every year never run out, and a date that comes once is not missed afterwards.
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
