package dev.brandingbot.cog.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.cog.SyncReports;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DaemonStateTest {
    private static final CheckSchedule TIMES = new CheckSchedule(Optional.of(Duration.ofMinutes(30)));
    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");

    @Test
    void isDueAtOnceBeforeTheFirstLook() {
        assertThat(DaemonState.NONE.isDue(NOON)).isTrue();
    }

    @Test
    void isDueWhenTheNextLookHasCome() {
        var progress = DaemonState.NONE.succeeded(NOON, SyncReports.inSync(), TIMES);

        assertThat(progress.next()).contains(NOON.plus(Duration.ofMinutes(30)));
        assertThat(progress.isDue(NOON.plus(Duration.ofMinutes(30)).minusNanos(1)))
                .isFalse();
        assertThat(progress.isDue(NOON.plus(Duration.ofMinutes(30)))).isTrue();
        assertThat(progress.isDue(NOON.plus(Duration.ofDays(300))))
                .as("asleep over midnights")
                .isTrue();
    }

    @Test
    void isDueWhenTheClockWasSetBack() {
        var progress = DaemonState.NONE.succeeded(NOON, SyncReports.inSync(), TIMES);

        assertThat(progress.isDue(NOON.minusNanos(1))).isTrue();
        assertThat(progress.isDue(NOON)).isFalse();
    }

    @Test
    void growsThePausesWhileLooksLeaveSomethingUndone() {
        var first = DaemonState.NONE.failed(NOON, TIMES).succeeded(NOON, SyncReports.notInSync(), TIMES);
        var second = first.failed(NOON, TIMES).succeeded(NOON, SyncReports.notInSync(), TIMES);
        var third = second.failed(NOON, TIMES);

        assertThat(first.next()).contains(NOON.plus(Duration.ofMinutes(1)));
        assertThat(second.next()).contains(NOON.plus(Duration.ofMinutes(2)));
        assertThat(third.next()).as("ended in an error").contains(NOON.plus(Duration.ofMinutes(4)));
        assertThat(third.last()).contains(new DaemonStatus.Check(NOON, Optional.empty()));
    }

    @Test
    void beginsAfreshAfterALookThatLeftNothingUndone() {
        var troubled = DaemonState.NONE.failed(NOON, TIMES).failed(NOON, TIMES);

        var well = troubled.failed(NOON, TIMES).succeeded(NOON, SyncReports.inSync(), TIMES);

        assertThat(well.failures()).isZero();
        assertThat(well.failed(NOON, TIMES).next()).contains(NOON.plus(Duration.ofMinutes(1)));
    }

    @Test
    void waitsForGitHub() {
        var reset = NOON.plus(Duration.ofMinutes(55));

        var progress = DaemonState.NONE.failed(NOON, TIMES).succeeded(NOON, SyncReports.undecided(reset), TIMES);

        assertThat(progress.next()).contains(reset);
    }
}
