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
 * A year's plan as an iCalendar file (RFC 5545), to be imported or subscribed to. It holds the dated events as all-day entries,
 * one for each run of days on which an event is shown, not cut at New Year; the fallback is in none. An entry has the same UID
 * whenever it is written, in the files of two years, too, and also after its day has moved, so that importing it again updates
 * it. There is no METHOD, so DTSTAMP says which version is the newer one (RFC 5545, 3.8.7.2).
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
     * Writes a plan.
     *
     * @param source the name of the branding repository, which keeps the UIDs of two communities apart; empty if it has none
     * @param now when this is written
     */
    public static String write(YearSchedule<BrandingEvent> plan, String source, Instant now) {
        return new ICalendarWriter(source, now).write(plan);
    }

    private String write(YearSchedule<BrandingEvent> plan) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setName(NAME);
        // What Google and Apple read instead.
        calendar.setExperimentalProperty("X-WR-CALNAME", NAME);
        calendar.setRefreshInterval(daily());
        for (var showing : plan.spans()) {
            for (var run = 0; run < showing.runs().size(); run++) {
                if (showing.runs().get(run).overlaps(plan.days())) {
                    calendar.addEvent(entry(showing, run));
                }
            }
        }
        return text(calendar);
    }

    /** It has no default type (RFC 7986, 5.7), and the library names none. */
    private static RefreshInterval daily() {
        var interval = new RefreshInterval(Duration.builder().days(1).build());
        interval.setParameter("VALUE", "DURATION");
        return interval;
    }

    /** The library counts characters where the RFC counts bytes, so that lines are folded here. */
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

    private VEvent entry(EventSpan<BrandingEvent> showing, int run) {
        var event = showing.event();
        var days = showing.runs().get(run);
        var entry = new VEvent();
        entry.setUid(uid(showing, run));
        entry.setDateTimeStamp(now);
        // The library's own type for days depends on the default locale and time zone.
        entry.addExperimentalProperty("DTSTART", ICalDataType.DATE, BASIC_ISO_DATE.format(days.first()));
        entry.addExperimentalProperty(
                "DTEND", ICalDataType.DATE, BASIC_ISO_DATE.format(days.last().plusDays(1)));
        entry.setSummary(event.title());
        entry.setDescription(PlainText.of(event.meta().description()));
        // Nobody is busy because of it.
        entry.setTransparency(Transparency.transparent());
        return entry;
    }

    /** Made of what stays when a day moves: the event, the year, which of its times in that year this is, and which part of it. */
    private String uid(EventSpan<BrandingEvent> showing, int run) {
        var year = showing.occurrence().first().getYear();
        var seed = String.join(
                "\n",
                source,
                showing.event().path(),
                Integer.toString(year),
                Integer.toString(number(showing.event(), showing.occurrence())),
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
