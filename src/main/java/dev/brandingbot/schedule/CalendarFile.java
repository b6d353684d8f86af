package dev.brandingbot.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import dev.brandingbot.event.DateRange;
import dev.brandingbot.event.Event;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A year's plan as an iCalendar file (RFC 5545), to be imported or subscribed to. It holds the dated events as all-day entries,
 * one for each run of days on which an event is shown, not cut at New Year; the fallback is in none. An entry has the same UID
 * whenever it is written, in the files of two years, too, so that importing it again makes no second one.
 */
public final class CalendarFile {
    private static final String PRODUCT = "-//branding-bot//schedule//EN";
    private static final String NAME = "Branding events";

    /** A line shall have at most 75 bytes, and a character has up to three. */
    private static final int LINE = 75 / 3;

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private final String source;
    private final Date now;

    private CalendarFile(String source, Instant now) {
        this.source = source;
        this.now = Date.from(now);
    }

    /**
     * Writes a plan.
     *
     * @param source the name of the branding repository: of two communities' events, each has a UID of its own
     * @param now when this is written
     */
    public static String of(YearPlan<Event> plan, String source, Instant now) {
        return new CalendarFile(source, now).write(plan);
    }

    private String write(YearPlan<Event> plan) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setName(NAME);
        // What Google and Apple read instead.
        calendar.setExperimentalProperty("X-WR-CALNAME", NAME);
        calendar.setRefreshInterval(Duration.builder().days(1).build());
        for (var showing : plan.showings()) {
            showing.runs().stream()
                    .filter(days -> days.overlaps(plan.days()))
                    .forEach(days -> calendar.addEvent(entry(showing.event(), days)));
        }
        return text(calendar);
    }

    private static String text(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(LINE);
            writer.write(calendar);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return text.toString();
    }

    private VEvent entry(Event event, DateRange days) {
        var entry = new VEvent();
        entry.setUid(uid(event, days.first()));
        entry.setDateTimeStamp(now);
        entry.setDateStart(new DateStart(date(days.first())));
        entry.setDateEnd(new DateEnd(date(days.last().plusDays(1))));
        entry.setSummary(event.title());
        entry.setDescription(
                CONTROLS.matcher(event.meta().description()).replaceAll("").strip());
        // Nobody is busy because of it.
        entry.setTransparency(Transparency.transparent());
        return entry;
    }

    private String uid(Event event, LocalDate first) {
        var seed = String.join("\n", source, event.path(), first.toString());
        return UUID.nameUUIDFromBytes(seed.getBytes(UTF_8)).toString();
    }

    private static ICalDate date(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
}
