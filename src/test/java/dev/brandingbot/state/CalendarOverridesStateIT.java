package dev.brandingbot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brandingbot.event.CalendarOverrides;
import dev.brandingbot.event.Pin;
import dev.brandingbot.event.Skip;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.testing.RedisExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What moderators adjusted, and the history. */
class CalendarOverridesStateIT {
    private static final String ADJUSTMENTS = "branding:{123}:adjustments";
    private static final String HISTORY = "branding:{123}:history";
    private static final LocalDate DAY = LocalDate.of(2027, 6, 1);
    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00.5Z");
    private static final Invoker MODERATOR = new Invoker(Long.MAX_VALUE, "event pin");
    private static final String ODD = "events/a b\nc=\r: *🎃";

    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    private BrandingStore state;

    @BeforeEach
    void open() {
        state = new BrandingStore(redis.jedis(), 123);
    }

    @Test
    void readsTheAdjustmentsThatWereWritten() {
        var both = new CalendarOverrides(
                Optional.of(new Pin(ODD, DAY, Optional.of(DAY.plusDays(9)))),
                List.of(
                        new Skip(ODD, new DateRange(DAY, DAY.plusDays(29))),
                        new Skip("events/z", new DateRange(DAY, DAY))));

        state.writeOverrides(both, List.of());

        assertThat(new BrandingStore(redis.jedis(), 123).overrides()).isEqualTo(both);
        state.writeOverrides(both.withoutPin(), List.of());
        assertThat(state.overrides()).isEqualTo(both.withoutPin());
        state.writeOverrides(CalendarOverrides.EMPTY, List.of());
        assertThat(state.overrides()).isEqualTo(CalendarOverrides.EMPTY);
        assertThat(redis.jedis().keys("*")).isEmpty();
    }

    @Test
    void takesAdjustmentsThatItCannotReadForNone() {
        redis.jedis()
                .hset(
                        ADJUSTMENTS,
                        Map.of(
                                "pin_event", "events/pride",
                                "pin_since", "2027-06-01",
                                "pin_until", "some day",
                                "skip:events/a", "2027-06-01 to 2027-05-01",
                                "skip:events/b", "always",
                                "skip:events/c", "2027-06-01 to 2027-06-02",
                                "later", "version"));

        assertThat(state.overrides())
                .isEqualTo(new CalendarOverrides(
                        Optional.empty(), List.of(new Skip("events/c", new DateRange(DAY, DAY.plusDays(1))))));
    }

    @Test
    void tellsTheLastThingThatWasDoneFirst() {
        var icon = new HistoryEntry(
                NOON,
                HistoryAction.ICON,
                Optional.of(ODD),
                Optional.of(ODD + "/server_icons/x=y.png"),
                Optional.of(ApplyReason.WISH),
                Optional.of(MODERATOR));
        var banner = new HistoryEntry(
                NOON,
                HistoryAction.BANNER,
                Optional.of("events/a"),
                Optional.of("b"),
                Optional.of(ApplyReason.EVENT),
                Optional.empty());
        var pin = HistoryEntry.of(NOON, HistoryAction.PIN, "events/a", Optional.of("2027-06-10"), MODERATOR);
        var on = HistoryEntry.of(NOON, HistoryAction.DAEMON_ON, MODERATOR);

        state.write(AppliedBranding.EMPTY.withAnnouncement(Optional.of(DAY)), List.of(banner, icon));
        state.writeOverrides(CalendarOverrides.EMPTY, List.of(pin));
        state.writeDaemonSwitch(true, List.of(on));

        assertThat(state.history()).containsExactly(on, pin, icon, banner);
    }

    @Test
    void keepsTheLast500() {
        IntStream.range(0, 510)
                .forEach(i -> state.writeDaemonSwitch(
                        true, List.of(HistoryEntry.of(NOON.plusSeconds(i), HistoryAction.DAEMON_ON, MODERATOR))));

        assertThat(state.history()).hasSize(500);
        assertThat(state.history().get(0).at()).isEqualTo(NOON.plusSeconds(509));
        assertThat(state.history().get(499).at()).isEqualTo(NOON.plusSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "at=2027-06-01T12:00:00Z",
                "at=yesterday\0deed=PIN",
                "deed=PIN",
                "at=2027-06-01T12:00:00Z\0deed=FROM_A_LATER_VERSION",
                "\0\0=\0at"
            })
    void passesOverWhatItCannotRead(String written) {
        state.writeDaemonSwitch(true, List.of(HistoryEntry.of(NOON, HistoryAction.DAEMON_ON, MODERATOR)));
        redis.jedis().lpush(HISTORY, written);

        assertThat(state.history()).extracting(HistoryEntry::action).containsExactly(HistoryAction.DAEMON_ON);
    }

    @Test
    void takesWhatItDoesNotKnowOfAnEntryForNotSaid() {
        redis.jedis().lpush(HISTORY, "at=2027-06-01T12:00:00.5Z\0deed=ICON\0reason=MOON\0by=me\0new=thing");

        assertThat(state.history())
                .containsExactly(new HistoryEntry(
                        NOON,
                        HistoryAction.ICON,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void writesNeitherWithoutTheLease() {
        var lease = state.lease("turn", "frozen", Duration.ofMinutes(1));
        lease.tryAcquire();
        var fenced = state.guardedBy(lease);
        redis.jedis().set("branding:{123}:lease:turn", "another");
        var done = List.of(HistoryEntry.of(NOON, HistoryAction.DAEMON_ON, MODERATOR));

        assertThatThrownBy(() -> fenced.writeOverrides(
                        CalendarOverrides.EMPTY.withPin(new Pin("events/a", DAY, Optional.empty())), done))
                .isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> fenced.write(AppliedBranding.EMPTY, done)).isInstanceOf(LeaseLostException.class);

        assertThat(state.overrides()).isEqualTo(CalendarOverrides.EMPTY);
        assertThat(state.history()).isEmpty();
    }

    @Test
    void writesNothingWhereItMayOnlyRead() {
        var done = List.of(HistoryEntry.of(NOON, HistoryAction.DAEMON_ON, MODERATOR));

        state.readOnly().writeOverrides(CalendarOverrides.EMPTY.withPin(new Pin("a", DAY, Optional.empty())), done);

        assertThat(redis.jedis().keys("*")).isEmpty();
    }
}
