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
 * An event as it should be published at Discord, within Discord's limits.
 *
 * @param event the event of the repository
 * @param days the occurrence to publish
 */
record DesiredEvent(BrandingEvent event, DateRange days) {
    /** Discord rejects a start in the past, and the clocks may differ. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    static DesiredEvent of(Occurrence<BrandingEvent> occurrence) {
        return new DesiredEvent(occurrence.event(), occurrence.days());
    }

    /** The key of the occurrence in the registry. */
    OccurrenceKey key() {
        return new OccurrenceKey(event.path(), days.first());
    }

    String name() {
        return Texts.cut(event.title(), ScheduledEvent.MAX_NAME_LENGTH);
    }

    String description() {
        return Texts.cut(event.meta().description().strip(), ScheduledEvent.MAX_DESCRIPTION_LENGTH);
    }

    /** A fingerprint of the banners, which changes whenever the cover may change. */
    String banners() {
        return Integer.toHexString(event.banners().stream()
                .map(banner -> banner.still().orElse(banner).sha())
                .toList()
                .hashCode());
    }

    /** The start of the first day or, if it is past or near, the next moment that Discord accepts. */
    Instant start(Instant now) {
        return hasStarted(now) ? now.plus(MARGIN) : startDate();
    }

    /** The end of the last day. */
    Instant end() {
        return days.last().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Whether the start can't be changed anymore. */
    boolean hasStarted(Instant now) {
        return startDate().isBefore(now.plus(MARGIN));
    }

    /** Whether the event ends too soon to be published. */
    boolean isAlmostOver(Instant now) {
        return end().isBefore(now.plus(MARGIN).plus(MARGIN));
    }

    /** Whether {@code published} is this event. */
    boolean isSameEventAs(PublishedEvent published, Instant now) {
        return published.name().equals(name())
                && (hasStarted(now)
                        ? published.end().equals(end())
                        : published.start().equals(startDate()));
    }

    /** Whether {@code published} is up to date. */
    boolean matches(PublishedEvent published, Instant now) {
        return isSameEventAs(published, now)
                && published.description().equals(description())
                && published.end().equals(end());
    }

    private Instant startDate() {
        return days.first().atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
