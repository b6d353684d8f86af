package dev.brandingbot.cog.scheduledevent;

import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.EventCalendar.Occurrence;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.support.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import net.dv8tion.jda.api.entities.ScheduledEvent;

/**
 * An event as it is to be published at Discord, within Discord's limits.
 *
 * @param event the event of the repository
 * @param days the days on which it is on that time
 */
record DesiredEvent(BrandingEvent event, DateRange days) {
    /** Discord takes no start in the past, and JDA's and Discord's clocks may differ. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    static DesiredEvent of(Occurrence<BrandingEvent> occurrence) {
        return new DesiredEvent(occurrence.event(), occurrence.days());
    }

    /** What it is remembered by. */
    OccurrenceKey key() {
        return new OccurrenceKey(event.path(), days.first());
    }

    String name() {
        return Texts.cut(event.title(), ScheduledEvent.MAX_NAME_LENGTH);
    }

    String description() {
        return Texts.cut(event.meta().description().strip(), ScheduledEvent.MAX_DESCRIPTION_LENGTH);
    }

    /** A mark of the banners, of which the first that can be used is the cover. */
    String banners() {
        return Integer.toHexString(event.banners().stream()
                .map(banner -> banner.still().orElse(banner).sha())
                .toList()
                .hashCode());
    }

    /** Where the first day begins; for an event that has begun or is about to, the next moment that Discord takes. */
    Instant start(Instant now) {
        return hasStarted(now) ? now.plus(MARGIN) : startDate();
    }

    /** Where the last day ends. */
    Instant end() {
        return days.last().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Whether its start can't be chosen any more. */
    boolean hasStarted(Instant now) {
        return startDate().isBefore(now.plus(MARGIN));
    }

    /** Whether it is not worth to be published any more. */
    boolean isAlmostOver(Instant now) {
        return end().isBefore(now.plus(MARGIN).plus(MARGIN));
    }

    /** Whether {@code published} is this. */
    boolean isSameEventAs(PublishedEvent published, Instant now) {
        return published.name().equals(name())
                && (hasStarted(now)
                        ? published.end().equals(end())
                        : published.start().equals(startDate()));
    }

    /** Whether {@code published} shows this as it should. */
    boolean matches(PublishedEvent published, Instant now) {
        return isSameEventAs(published, now)
                && published.description().equals(description())
                && published.end().equals(end());
    }

    private Instant startDate() {
        return days.first().atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
