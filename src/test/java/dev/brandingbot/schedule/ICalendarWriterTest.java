package dev.brandingbot.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.event.date.EventDates;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.validate.ValidationEntry;
import org.junit.jupiter.api.Test;

/** What is written, read by another library than the one that writes it. */
class ICalendarWriterTest {
    private static final Instant NOW = Instant.parse("2027-03-01T12:34:56Z");

    private final EventCalendar<BrandingEvent> calendar = new EventCalendar<>(List.of(
            event(
                    "new_year",
                    "December 29 to January 3",
                    "**Happy; new, year**\n\nÀ vos \\ \u0007souhaits! " + "🎉".repeat(60)),
            event("summer", "June 1 to August 31", "Sun"),
            event(
                    "fair",
                    EventMetadata.of(EventDates.parse("July 10 to July 10"), "Fair")
                            .withName("Fair & fête")),
            event("evergreen", EventMetadata.of(Optional.empty(), "Always"))));

    @Test
    void passesValidationOfAnotherLibrary() throws Exception {
        var read = read(2027);

        var result = read.validate();
        assertThat(result.getEntries()).extracting(ValidationEntry::getMessage).isEmpty();
        for (Component entry : read.getComponents()) {
            assertThat(entry.validate().getEntries())
                    .extracting(ValidationEntry::getMessage)
                    .isEmpty();
        }
    }

    @Test
    void writesAllDayEntryForEachActiveRange() throws Exception {
        var entries = entries(2027);

        assertThat(entries)
                .extracting(ICalendarWriterTest::words)
                .containsExactly(
                        "New Year 2026-12-29 to before 2027-01-04",
                        "Summer 2027-06-01 to before 2027-07-10",
                        "Summer 2027-07-11 to before 2027-09-01",
                        "Fair & fête 2027-07-10 to before 2027-07-11",
                        "New Year 2027-12-29 to before 2028-01-04");
    }

    @Test
    void describesEventInPlainText() throws Exception {
        assertThat(entries(2027).get(0).getDescription().getValue())
                .isEqualTo("Happy; new, year\n\nÀ vos \\ souhaits! " + "🎉".repeat(60));
    }

    @Test
    void declaresTypeOfRefreshInterval() throws Exception {
        assertThat(write(2027, "")).contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D\r\n");
        assertThat(read(2027)
                        .<Property>getProperty("REFRESH-INTERVAL")
                        .flatMap(interval -> interval.<Value>getParameter("VALUE")))
                .contains(Value.DURATION);
    }

    @Test
    void writesTimestampAndTransparency() {
        var unfolded = write(2027, "owner/name@main").replace("\r\n ", "");

        assertThat(unfolded).contains("DTSTAMP:20270301T123456Z", "DTSTART;VALUE=DATE:20261229", "TRANSP:TRANSPARENT");
    }

    @Test
    void foldsItsLinesAt75BytesAndNeverWithinACharacter() {
        var written = write(2027, "owner/name@main");

        assertThat(new String(written.getBytes(UTF_8), UTF_8)).isEqualTo(written);
        assertThat(written.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(written.replaceAll("(\\r\\n )?🎉", "").split("\r\n"))
                .filteredOn(line -> line.startsWith(" "))
                .isEmpty();
    }

    @Test
    void foldsLinesAtMaxLength() {
        assertThat(write(2027, "owner/name@main").split("\r\n"))
                .anySatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSize(73).endsWith("🎉".getBytes(UTF_8)));
    }

    @Test
    void uidIsStableAcrossYearsAndOtherwiseUnique() throws Exception {
        var uids = uids(2027, "owner/name@main");

        assertThat(uids).doesNotHaveDuplicates();
        assertThat(uids(2028, "owner/name@main").get(0)).isEqualTo(uids.get(4));
        assertThat(uids(2027, "owner/name@main")).isEqualTo(uids);
        assertThat(uids(2027, "other/name@main")).doesNotContainAnyElementsOf(uids);
    }

    /** Samoa skipped December 30 in 2011. */
    @Test
    void isIndependentOfTimeZone() {
        var usual = TimeZone.getDefault();
        var calendar = calendar(event("party", "December 30 to December 30", "Words"));
        var expected = ICalendarWriter.write(YearSchedule.of(calendar, 2011), "", NOW);
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));

            assertThat(ICalendarWriter.write(YearSchedule.of(calendar, 2011), "", NOW))
                    .isEqualTo(expected);
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    @Test
    void keepsUidWhenDateMoves() throws Exception {
        var before = calendar(event("eid", "Eid al-Fitr for 1 day", "Words"));
        var after = calendar(event("eid", "March 10 to March 12", "Words"));

        assertThat(uids(after, 2027, "")).hasSize(1).isEqualTo(uids(before, 2027, ""));
    }

    @Test
    void keepsUidOfFirstPartWhenSplit() throws Exception {
        var summer = event("summer", "June 1 to August 31", "Sun");
        var whole = uids(calendar(summer), 2027, "");

        var split = uids(calendar(summer, event("fair", "July 10 to July 10", "Fair")), 2027, "");

        assertThat(split).hasSize(3).startsWith(whole.get(0)).doesNotHaveDuplicates();
    }

    @Test
    void distinguishesTwoOccurrencesInOneYear() throws Exception {
        var calendar = calendar(event("eid", "Eid al-Fitr for 1 day", "Words"));

        assertThat(uids(calendar, 2033, "")).hasSize(2).doesNotHaveDuplicates();
    }

    private static EventCalendar<BrandingEvent> calendar(BrandingEvent... events) {
        return new EventCalendar<>(List.of(events));
    }

    private List<String> uids(int year, String source) throws Exception {
        return uids(calendar, year, source);
    }

    private static List<String> uids(EventCalendar<BrandingEvent> calendar, int year, String source) throws Exception {
        var written = ICalendarWriter.write(YearSchedule.of(calendar, year), source, NOW);
        return new CalendarBuilder()
                .build(new StringReader(written)).getComponents(Component.VEVENT).stream()
                        .map(entry ->
                                ((VEvent) entry).getUid().map(Uid::getValue).orElseThrow())
                        .toList();
    }

    private List<VEvent> entries(int year) throws Exception {
        return read(year).getComponents(Component.VEVENT);
    }

    private net.fortuna.ical4j.model.Calendar read(int year) throws Exception {
        return new CalendarBuilder().build(new StringReader(write(year, "owner/name@main")));
    }

    private String write(int year, String source) {
        return ICalendarWriter.write(YearSchedule.of(calendar, year), source, NOW);
    }

    private static String words(VEvent entry) {
        DtStart<LocalDate> start = entry.getDateTimeStart();
        DateProperty<LocalDate> end = entry.<LocalDate>getEndDate().orElseThrow();
        return entry.getSummary().getValue() + " " + start.getDate() + " to before " + end.getDate();
    }

    private static BrandingEvent event(String name, String dates, String description) {
        return event(name, EventMetadata.of(EventDates.parse(dates), description));
    }

    private static BrandingEvent event(String name, EventMetadata meta) {
        return new BrandingEvent("events/" + name, meta, "", List.of(asset()), List.of(asset()));
    }

    private static Asset asset() {
        return new Asset("image.png", "0".repeat(40), 1);
    }
}
