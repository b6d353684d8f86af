package dev.brandingbot.repository;

import dev.brandingbot.event.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Checks how the events of a repository share the year. */
final class CalendarCheck {
    private CalendarCheck() {}

    /**
     * What is wrong with these events together: with the days of those that move in this year and the next.
     *
     * @param today the day in UTC
     */
    static List<Finding> of(List<Event> events, LocalDate today) {
        var findings = new ArrayList<Finding>();
        var fallbacks = events.stream()
                .filter(Event::isFallback)
                .map(Event::path)
                .sorted()
                .toList();
        if (fallbacks.isEmpty()) {
            findings.add(FindingCode.NO_FALLBACK.at(
                    Tree.ROOT,
                    "No event is the fallback, so what was on last stays on between events: write fallback: true into the"
                            + " meta.md of one."));
        }
        fallbacks.stream().skip(1).map(path -> several(path, fallbacks.get(0))).forEach(findings::add);
        findings.addAll(Overlaps.findings(events, today));
        findings.addAll(DatesAhead.findings(events, today));
        return findings;
    }

    private static Finding several(String path, String winner) {
        return FindingCode.SEVERAL_FALLBACKS.at(
                path + "/" + MetaFile.NAME,
                "This event is a fallback and never shown, because " + winner
                        + ", whose path is the first, is one too: leave fallback: true in one of them.");
    }
}
