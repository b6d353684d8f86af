package dev.brandingbot.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.RefreshInterval;
import biweekly.property.Transparency;
import biweekly.util.Duration;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.schedule.YearSchedule.EventSpan;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * A Writes a year's schedule as an iCalendar file (RFC 5545) for import or subscription. It has an all-day entry for
 * each range of days on which a dated event is active, not clipped at New Year; fallbacks are omitted. The UID of an
 * entry is stable across files and when its day moves, so that importing it again updates it. There is no METHOD, so
 * DTSTAMP identifies the newer version (RFC 5545, 3.8.7.2).
 */
public final class ICalendarWriter {
    private static final String PRODUCT = "-//branding-bot//schedule//EN";
    private static final String NAME = "Branding events";

    private final String source;
    private final Date now;

    private ICalendarWriter(String source, Instant now) {
        this.source = source;
        this.now = Date.from(now);
    }

    /**
     * Writes a schedule.
     *
     * @param source the name of the branding repository, which makes UIDs unique to it; empty if it has none
     * @param now the current time
     */
    public static String write(YearSchedule<BrandingEvent> schedule, String source, Instant now) {
        return new ICalendarWriter(source, now).write(schedule);
    }

    private String write(YearSchedule<BrandingEvent> schedule) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setName(NAME);
        // Google and Apple read this property instead.
        calendar.setExperimentalProperty("X-WR-CALNAME", NAME);
        calendar.setRefreshInterval(daily());
        for (var span : schedule.spans()) {
            for (var run = 0; run < span.runs().size(); run++) {
                if (span.runs().get(run).overlaps(schedule.days())) {
                    calendar.addEvent(entry(span, run));
                }
            }
        }
        return text(calendar);
    }

    /** The property requires an explicit type (RFC 7986, 5.7), which the library does not write. */
    private static RefreshInterval daily() {
        var interval = new RefreshInterval(Duration.builder().days(1).build());
        interval.setParameter("VALUE", "DURATION");
        return interval;
    }

    /** Disables the library's line folding, which counts characters instead of bytes. */
    private static String text(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return LineFolding.fold(text.toString());
    }

    private VEvent entry(EventSpan<BrandingEvent> span, int run) {
        var event = span.event();
        var days = span.runs().get(run);
        var entry = new VEvent();
        entry.setUid(uid(span, run));
        entry.setDateTimeStamp(now);
        // The library's own type for days depends on the default locale and time zone.
        entry.addExperimentalProperty("DTSTART", ICalDataType.DATE, BASIC_ISO_DATE.format(days.first()));
        entry.addExperimentalProperty(
                "DTEND", ICalDataType.DATE, BASIC_ISO_DATE.format(days.last().plusDays(1)));
        entry.setSummary(event.title());
        entry.setDescription(PlainText.fromMarkdown(event.meta().description()));
        // Shows the time as free.
        entry.setTransparency(Transparency.transparent());
        return entry;
    }

    /**
     * Derives the UID from what is stable when a day moves: event, year, index of the occurrence in the year, and part
     * of the occurrence.
     */
    private String uid(EventSpan<BrandingEvent> span, int run) {
        var year = span.occurrence().first().getYear();
        var seed = String.join(
                "\n",
                source,
                span.event().path(),
                Integer.toString(year),
                Integer.toString(number(span.event(), span.occurrence())),
                Integer.toString(run));
        return UUID.nameUUIDFromBytes(seed.getBytes(UTF_8)).toString();
    }

    private static int number(BrandingEvent event, DateRange occurrence) {
        return event.dates()
                .map(dates -> dates.occurrencesStartingIn(occurrence.first().getYear())
                        .indexOf(occurrence))
                .orElse(0);
    }
}
