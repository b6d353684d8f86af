package dev.brandingbot.cog.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.cog.SyncReports;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.state.Invoker;
import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.sync.SyncReport;
import dev.brandingbot.testing.ManualExecutor;
import dev.brandingbot.testing.RedisExtension;
import dev.brandingbot.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrandingDaemonIT {
    private static final Invoker MODERATOR = new Invoker(7, "daemon enable");
    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");
    private static final CheckSchedule MIDNIGHTS = new CheckSchedule(Optional.empty());
    private static final CheckSchedule HALF_HOURS = new CheckSchedule(Optional.of(Duration.ofMinutes(30)));
    private static final String INFORMATION = "branding:{123}:information";
    private static final String LEADERSHIP = "branding:{123}:lease:daemon";

    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    private final SettableClock clock = new SettableClock(NOON);
    private final ManualExecutor executor = new ManualExecutor(clock);
    private final List<Instant> looks = new ArrayList<>();
    private Supplier<SyncReport> outcome = SyncReports::inSync;
    private BrandingStore state;

    @BeforeEach
    void open() {
        state = new BrandingStore(redis.jedis(), 123);
    }

    @Test
    void isOffUntilAModeratorEnablesIt() {
        var daemon = daemon(false, MIDNIGHTS);

        daemon.start();
        executor.pass(Duration.ofHours(13));

        assertThat(looks).isEmpty();
        assertThat(daemon.status()).isEqualTo(new DaemonStatus(false, Optional.empty(), Optional.empty()));
        assertThat(state.daemonSwitch()).as("no choice was made").isEmpty();
    }

    /** Two threads may both wait for a minute, and another instance is not to take over. */
    @Test
    void keepsItsLeadershipWhileNoThreadOfTheHostIsFree() {
        var daemon = daemon(true, MIDNIGHTS);
        daemon.start();
        executor.runDue();

        redis.jedis().pexpire(LEADERSHIP, 20_000);

        await().atMost(Duration.ofSeconds(20)).until(() -> redis.jedis().pttl(LEADERSHIP) > 20_000);
        daemon.close();
        assertThat(redis.jedis().exists(LEADERSHIP)).isFalse();
    }

    @Test
    void looksAtOnceWhenItStarts() {
        var daemon = daemon(true, MIDNIGHTS);

        daemon.start();
        assertThat(looks).as("not in the thread that starts it").isEmpty();
        executor.runDue();

        assertThat(looks).containsExactly(NOON);
        assertThat(daemon.status().last()).contains(new DaemonStatus.Check(NOON, Optional.of(SyncReports.inSync())));
        assertThat(daemon.status().next()).contains(Instant.parse("2027-06-02T00:00:05Z"));
    }

    @Test
    void startsOnce() {
        var daemon = daemon(true, MIDNIGHTS);

        daemon.start();
        daemon.start();
        executor.runDue();
        daemon.start();
        executor.runDue();

        assertThat(looks).hasSize(1);
        assertThat(executor.waiting()).isEqualTo(1);
    }

    @Test
    void looksAtOnceWhenItIsEnabled() {
        var daemon = daemon(false, MIDNIGHTS);
        daemon.start();
        executor.pass(Duration.ofHours(1));

        daemon.enable(MODERATOR);
        assertThat(looks).as("not in the thread that enables it").isEmpty();
        executor.runDue();

        assertThat(looks).containsExactly(NOON.plus(Duration.ofHours(1)));
        assertThat(daemon.status().isOn()).isTrue();
    }

    @Test
    void looksJustAfterEveryMidnight() {
        daemon(true, MIDNIGHTS).start();

        executor.pass(Duration.ofDays(3));

        assertThat(looks)
                .containsExactly(
                        NOON,
                        Instant.parse("2027-06-02T00:00:05Z"),
                        Instant.parse("2027-06-03T00:00:05Z"),
                        Instant.parse("2027-06-04T00:00:05Z"));
    }

    @Test
    void looksEverySoOftenBetweenMidnights() {
        daemon(true, HALF_HOURS).start();

        executor.pass(Duration.ofHours(24));

        assertThat(looks).contains(NOON.plus(Duration.ofMinutes(30)), Instant.parse("2027-06-02T00:00:05Z"));
        assertThat(looks).hasSizeBetween(48, 50);
    }

    @Test
    void stopsLookingWhenItIsDisabled() {
        var daemon = daemon(true, HALF_HOURS);
        daemon.start();
        executor.runDue();

        daemon.disable(MODERATOR);
        executor.pass(Duration.ofDays(1));

        assertThat(looks).hasSize(1);
        assertThat(daemon.status().isOn()).isFalse();
        assertThat(daemon.status().next()).isEmpty();
        assertThat(daemon.status().last()).isPresent();
    }

    @Test
    void keepsTheChoiceOverARestart() {
        daemon(false, MIDNIGHTS).enable(MODERATOR);
        executor.runDue();
        daemon(true, MIDNIGHTS).disable(MODERATOR);
        executor.runDue();
        looks.clear();

        daemon(true, MIDNIGHTS).start();
        executor.pass(Duration.ofDays(1));
        assertThat(looks).as("disabled, although on by default").isEmpty();

        daemon(false, MIDNIGHTS).enable(MODERATOR);
        executor.runDue();
        looks.clear();
        daemon(false, MIDNIGHTS).start();
        executor.runDue();
        assertThat(looks).as("enabled, although off by default").hasSize(1);
    }

    @Test
    void catchesUpAfterTheMachineSleptThroughMidnight() {
        daemon(true, MIDNIGHTS).start();
        executor.runDue();

        clock.set(Instant.parse("2027-06-04T07:13:00Z"));
        executor.pass(Duration.ofMinutes(1));

        assertThat(looks).containsExactly(NOON, Instant.parse("2027-06-04T07:13:15Z"));
    }

    @Test
    void looksWithinAMinuteAfterTheClockWasSetBack() {
        daemon(true, MIDNIGHTS).start();
        executor.runDue();

        clock.set(Instant.parse("2027-05-01T12:00:00Z"));
        executor.pass(Duration.ofDays(1));

        assertThat(looks)
                .containsExactly(NOON, Instant.parse("2027-05-01T12:00:15Z"), Instant.parse("2027-05-02T00:00:05Z"));
    }

    @Test
    void survivesEveryException() {
        outcome = () -> {
            throw new IllegalStateException("a bug");
        };
        var daemon = daemon(true, MIDNIGHTS);
        daemon.start();

        executor.pass(Duration.ofMinutes(10));
        assertThat(looks).as("growing pauses").containsExactly(NOON, minutes(1), minutes(3), minutes(7));
        assertThat(daemon.status().last())
                .hasValueSatisfying(check -> assertThat(check.report()).isEmpty());

        outcome = SyncReports::inSync;
        executor.pass(Duration.ofMinutes(10));
        assertThat(looks).endsWith(minutes(15)).hasSize(5);
        assertThat(daemon.status().next()).contains(Instant.parse("2027-06-02T00:00:05Z"));
    }

    @Test
    void survivesEvenAnError() {
        outcome = () -> {
            throw new StackOverflowError();
        };
        daemon(true, MIDNIGHTS).start();

        executor.pass(Duration.ofMinutes(3));

        assertThat(looks).containsExactly(NOON, minutes(1), minutes(3));
    }

    /** A lie or a slip of a proxy: {@code Retry-After: 9999999999}. */
    @Test
    void looksAgainWithinHoursWhateverGitHubAsks() {
        outcome = () -> SyncReports.undecided(NOON.plusSeconds(9_999_999_999L));
        daemon(true, HALF_HOURS).start();
        executor.runDue();
        outcome = SyncReports::inSync;

        executor.pass(Duration.ofDays(2));

        assertThat(looks).hasSizeGreaterThan(1);
    }

    @Test
    void triesAgainWithinMinutesWhatWasLeftUndone() {
        outcome = SyncReports::notInSync;
        var daemon = daemon(true, HALF_HOURS);
        daemon.start();

        executor.pass(Duration.ofMinutes(3));

        assertThat(looks).containsExactly(NOON, minutes(1), minutes(3));
        assertThat(daemon.status().last().flatMap(DaemonStatus.Check::report)).contains(SyncReports.notInSync());
    }

    @Test
    void waitsAsLongAsGitHubAsks() {
        outcome = () -> SyncReports.undecided(minutes(47));
        daemon(true, HALF_HOURS).start();

        executor.pass(Duration.ofMinutes(47));

        assertThat(looks).containsExactly(NOON, minutes(47));
    }

    @Test
    void goesOnWhenRedisIsBack() {
        var daemon = daemon(true, HALF_HOURS);
        daemon.start();
        executor.runDue();
        redis.jedis().set(INFORMATION, "not a hash");

        executor.pass(Duration.ofHours(2));
        assertThat(looks).hasSize(1);
        assertThatThrownBy(daemon::status).isInstanceOf(StateUnavailableException.class);

        redis.jedis().del(INFORMATION);
        executor.pass(Duration.ofMinutes(1));
        assertThat(looks).hasSize(2);
    }

    @Test
    void asksForTheSwitchFourTimesAMinuteWhileItIsOff() {
        var daemon = daemon(true, HALF_HOURS);
        daemon.start();
        executor.runDue();
        daemon.disable(MODERATOR);
        executor.pass(Duration.ofHours(1));

        var before = commands();
        executor.pass(Duration.ofMinutes(10));

        assertThat(commands() - before).as("with the asking itself").isLessThanOrEqualTo(42);
    }

    @Test
    void asksFourTimesAMinuteWhileRedisIsOfNoUse() {
        daemon(true, HALF_HOURS).start();
        executor.runDue();
        redis.jedis().set(INFORMATION, "not a hash");
        executor.pass(Duration.ofHours(1));

        var before = commands();
        executor.pass(Duration.ofMinutes(10));

        assertThat(commands() - before).as("with the asking itself").isLessThanOrEqualTo(42);
    }

    @Test
    void looksSoonWhenAnotherCopyAsksForARepair() {
        daemon(true, MIDNIGHTS).start();
        executor.runDue();

        state.markUncertain();
        executor.pass(Duration.ofSeconds(15));

        assertThat(looks).containsExactly(NOON, NOON.plusSeconds(15));
    }

    @Test
    void makesGrowingPausesWhileARepairFails() {
        outcome = () -> {
            state.markUncertain();
            return SyncReports.notInSync();
        };
        daemon(true, MIDNIGHTS).start();

        executor.pass(Duration.ofMinutes(10));

        assertThat(looks).containsExactly(NOON, NOON.plusSeconds(60), NOON.plusSeconds(180), NOON.plusSeconds(420));
    }

    @Test
    void looksWhenItIsTold() {
        var daemon = daemon(true, MIDNIGHTS);
        daemon.start();
        executor.runDue();
        clock.advance(Duration.ofSeconds(1));

        var look = daemon.checkNow();

        assertThat(look).isNotDone();
        executor.runDue();
        assertThat(look).isCompleted();
        assertThat(looks).containsExactly(NOON, NOON.plusSeconds(1));
    }

    @Test
    void looksOnceMoreWhenItIsToldDuringALook() {
        var told = new ArrayList<Runnable>();
        outcome = () -> {
            told.forEach(Runnable::run);
            told.clear();
            return SyncReports.inSync();
        };
        var daemon = daemon(true, MIDNIGHTS);
        told.add(daemon::checkNow);

        daemon.start();
        executor.runDue();

        assertThat(looks).hasSize(2);
    }

    @Test
    void isNotToldToLookWhileItIsOff() {
        var look = daemon(false, MIDNIGHTS).checkNow();

        executor.runDue();

        assertThat(look).isCompleted();
        assertThat(looks).isEmpty();
    }

    @Test
    void endsWhenItIsClosed() {
        var daemon = daemon(true, HALF_HOURS);
        daemon.start();
        executor.runDue();

        daemon.close();
        var look = daemon.checkNow();
        executor.pass(Duration.ofDays(1));

        assertThat(looks).hasSize(1);
        assertThat(look).isCompleted();
        assertThat(executor.waiting()).isZero();
    }

    @Test
    void leavesNothingBehindWhenItIsClosedDuringALook() {
        var closing = new ArrayList<Runnable>();
        outcome = () -> {
            closing.forEach(Runnable::run);
            return SyncReports.inSync();
        };
        var daemon = daemon(true, HALF_HOURS);
        closing.add(daemon::close);

        daemon.start();
        executor.runDue();

        assertThat(looks).hasSize(1);
        assertThat(executor.waiting()).isZero();
    }

    @Test
    void endsQuietlyWhenItsExecutorIsShutDown() {
        outcome = () -> {
            executor.shutdown();
            return SyncReports.inSync(List.of(Finding.warning("code", "events/a", "Mend it.")));
        };

        daemon(true, HALF_HOURS).start();
        executor.pass(Duration.ofDays(1));

        assertThat(looks).hasSize(1);
    }

    private BrandingDaemon daemon(boolean isOnByDefault, CheckSchedule times) {
        DaemonTask look = () -> {
            looks.add(clock.instant());
            return outcome.get();
        };
        return new BrandingDaemon(
                look,
                new BrandingStore(redis.jedis(), 123),
                isOnByDefault,
                times,
                CogThreads.create(executor, 123),
                clock);
    }

    /** How many commands Redis has answered. */
    private long commands() {
        return redis.jedis()
                .info("stats")
                .lines()
                .filter(line -> line.startsWith("total_commands_processed:"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1)))
                .sum();
    }

    private static Instant minutes(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }
}
