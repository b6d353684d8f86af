package dev.brandingbot.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.testing.RedisExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandingStoreIT {
    private static final String INFORMATION = "branding:{123}:information";
    private static final String ICONS = "branding:{123}:icons";
    private static final String BANNERS = "branding:{123}:banners";
    private static final String EVENTS = "branding:{123}:events";

    private static final ActiveEvent PRIDE = new ActiveEvent(
            "events/pride", EventMetadata.of(dates("June 1 to June 30"), "Colours,\n**all** of them 🏳️‍🌈"), "a1");
    private static final AppliedBranding FULL = new AppliedBranding(
            Optional.of(PRIDE),
            AppliedAsset.applied(
                    "events/pride", "b2", Instant.parse("2027-06-01T00:00:05.123456789Z"), Map.of("b1", 0, "b2", 1)),
            AppliedAsset.applied("events/summer", "i1", Instant.parse("2027-05-30T00:00:05Z"), Map.of("i1", 7)),
            Optional.of(LocalDate.of(2027, 6, 1)),
            Map.of("events/new year", LocalDate.of(2026, 12, 31), "events/spring", LocalDate.of(2027, 3, 1)));

    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    private BrandingStore state;

    @BeforeEach
    void open() {
        state = new BrandingStore(redis.jedis(), 123);
    }

    @Test
    void remembersNothingAtFirst() {
        assertThat(state.read()).isEqualTo(AppliedBranding.EMPTY);
        assertThat(state.calendar()).isEmpty();
        assertThat(state.daemonSwitch()).isEmpty();
    }

    @Test
    void readsWhatWasWritten() {
        state.write(FULL);

        assertThat(state.read()).isEqualTo(FULL);
        assertThat(new BrandingStore(redis.jedis(), 123).read())
                .as("after a restart")
                .isEqualTo(FULL);
    }

    @Test
    void forgetsWhatIsNoLongerThere() {
        state.write(FULL);

        state.write(FULL.withAnnouncement(Optional.empty()).withAsset(AssetKind.ICON, AppliedAsset.EMPTY));

        assertThat(state.read())
                .isEqualTo(FULL.withAnnouncement(Optional.empty()).withAsset(AssetKind.ICON, AppliedAsset.EMPTY));
        state.write(AppliedBranding.EMPTY);
        assertThat(state.read()).isEqualTo(AppliedBranding.EMPTY);
        assertThat(redis.jedis().keys("*")).isEmpty();
    }

    @Test
    void readsAFallbackAsAnEventWithoutDates() {
        var fallback = new ActiveEvent("events/evergreen", EventMetadata.of(Optional.empty(), ""), "e1");

        state.write(AppliedBranding.EMPTY.withEvent(fallback));

        assertThat(state.read().event()).contains(fallback);
    }

    @Test
    void readsAllThatAnEventSaysOfItself() {
        var meta = new EventMetadata(
                Optional.of("Pride 🏳️‍🌈"), dates("June 1 to June 30"), -3, List.of("Ana", "Ben, of Bonn"), "Colours");
        var pride = new ActiveEvent("events/pride", meta, "a1");

        state.write(AppliedBranding.EMPTY.withEvent(pride));
        state.writeCalendar(List.of(EventSummary.of(pride)));

        assertThat(state.read().event()).contains(pride);
        assertThat(state.calendar()).containsExactly(EventSummary.of(pride));
    }

    @Test
    void takesWhatItCannotReadOfACalendarEntryForNotSaid() {
        redis.jedis()
                .hset(EVENTS, "events/pride", "June 1 to June 30\npriority: high\nfrom a later version\nname: P: Q");

        assertThat(state.calendar())
                .containsExactly(new EventSummary("events/pride", Optional.of("P: Q"), dates("June 1 to June 30"), 0));
    }

    @Test
    void takesNoLineOfANameForASetting() {
        var sly = new EventSummary("events/pride", Optional.of("Pride\rpriority: 9\npriority: 8"), PRIDE.dates(), 0);

        state.writeCalendar(List.of(sly));

        assertThat(state.calendar()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).hasValue("Pride priority: 9 priority: 8");
            assertThat(entry.priority()).isZero();
        });
    }

    @Test
    void knowsNoHashOfAnAssetThatAnEarlierVersionPutOn() {
        state.write(FULL.withAsset(AssetKind.BANNER, FULL.banner().withHash(Optional.of("h2"))));
        assertThat(state.read().banner().hash()).hasValue("h2");

        redis.jedis().hset(INFORMATION, "banner_sha", "b1");

        assertThat(state.read().banner().sha()).hasValue("b1");
        assertThat(state.read().banner().hash()).isEmpty();
    }

    @Test
    void readsPathsWithAnyCharacterThatGitAllows() {
        var odd = "events/a b\nc\r\"{}: *🎃";
        var remembered = AppliedBranding.EMPTY
                .withEvent(new ActiveEvent(odd, EventMetadata.of(dates("June 1 to June 30"), "x"), "a1"))
                .announced(odd, LocalDate.of(2027, 6, 1))
                .announced("events/z", LocalDate.of(2027, 7, 1));

        state.write(remembered);

        assertThat(state.read()).isEqualTo(remembered);
    }

    @Test
    void namesItsKeysAfterTheGuild() {
        state.write(FULL);
        state.writeCalendar(List.of(EventSummary.of(PRIDE)));

        assertThat(redis.jedis().keys("*")).containsExactlyInAnyOrder(INFORMATION, ICONS, BANNERS, EVENTS);
        assertThat(redis.jedis().hgetAll(BANNERS)).isEqualTo(Map.of("b1", "0", "b2", "1"));
        assertThat(redis.jedis().hgetAll(ICONS)).isEqualTo(Map.of("i1", "7"));
        assertThat(redis.jedis().hgetAll(EVENTS)).isEqualTo(Map.of("events/pride", "June 1 to June 30"));
        assertThat(redis.jedis().hgetAll(INFORMATION))
                .containsEntry("event_path", "events/pride")
                .containsEntry("event_dates", "June 1 to June 30");
    }

    @Test
    void keepsGuildsApart() {
        state.write(FULL);
        state.writeDaemonSwitch(true, List.of());

        var other = new BrandingStore(redis.jedis(), 1234);

        assertThat(other.read()).isEqualTo(AppliedBranding.EMPTY);
        assertThat(other.daemonSwitch()).isEmpty();
    }

    @Test
    void readsTheCalendarByPath() {
        var spring = new EventSummary("events/spring", dates("December 30 to February 29"));
        var evergreen = new EventSummary("events/evergreen", Optional.empty());

        state.writeCalendar(List.of(spring, evergreen));

        assertThat(state.calendar()).containsExactly(evergreen, spring);
        state.writeCalendar(List.of(spring));
        assertThat(state.calendar()).containsExactly(spring);
        state.writeCalendar(List.of());
        assertThat(state.calendar()).isEmpty();
    }

    @Test
    void keepsTheDaemonsSwitchApartFromTheRest() {
        state.writeDaemonSwitch(true, List.of());
        state.write(FULL);
        state.write(AppliedBranding.EMPTY);
        state.writeCalendar(List.of());

        assertThat(state.daemonSwitch()).contains(true);
        state.write(FULL);
        state.writeDaemonSwitch(false, List.of());
        assertThat(state.daemonSwitch()).contains(false);
        assertThat(state.read()).isEqualTo(FULL);
    }

    @Test
    void writesNothingWhenItIsReadOnly() {
        state.write(FULL);
        state.writeCalendar(List.of(EventSummary.of(PRIDE)));
        var readOnly = state.readOnly();

        readOnly.write(AppliedBranding.EMPTY);
        readOnly.writeCalendar(List.of());
        readOnly.writeDaemonSwitch(true, List.of());

        assertThat(readOnly.read()).isEqualTo(FULL);
        assertThat(readOnly.calendar()).containsExactly(EventSummary.of(PRIDE));
        assertThat(state.read()).isEqualTo(FULL);
        assertThat(state.daemonSwitch()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "event_dates, some day in June",
        "event_dates, ''",
        "event_dates, June 31 to July 1",
    })
    void knowsNoEventWhoseDatesItCannotRead(String field, String value) {
        state.write(FULL);

        redis.jedis().hset(INFORMATION, field, value);

        assertThat(state.read())
                .isEqualTo(new AppliedBranding(
                        Optional.empty(), FULL.banner(), FULL.icon(), FULL.announceSince(), FULL.announced()));
    }

    @Test
    void takesFieldsThatItCannotReadForAbsent() {
        state.write(FULL);

        redis.jedis()
                .hset(
                        INFORMATION,
                        Map.of(
                                "banner_rotated_at", "yesterday",
                                "announce_since", "2027-02-30",
                                "announced", "nonsense\0002027-03-01 events/spring\0002027-13-01 events/x\000\000",
                                "from_a_later_version", "1",
                                "daemon", "perhaps"));
        redis.jedis().hset(BANNERS, Map.of("b3", "many", "b4", "-1", "b5", "99999999999"));

        assertThat(state.read())
                .isEqualTo(new AppliedBranding(
                        FULL.event(),
                        new AppliedAsset(
                                Optional.of("events/pride"),
                                Optional.of("b2"),
                                Optional.empty(),
                                Map.of("b1", 0, "b2", 1)),
                        FULL.icon(),
                        Optional.empty(),
                        Map.of("events/spring", LocalDate.of(2027, 3, 1))));
        assertThat(state.daemonSwitch()).isEmpty();
    }

    @Test
    void leavesOutCalendarEntriesThatItCannotRead() {
        state.writeCalendar(List.of(EventSummary.of(PRIDE)));

        redis.jedis().hset(EVENTS, "events/odd", "every other Tuesday");

        assertThat(state.calendar()).containsExactly(EventSummary.of(PRIDE));
    }

    private static Optional<EventDates> dates(String text) {
        return EventDates.parse(text);
    }
}
