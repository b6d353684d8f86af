package dev.brandingbot.cog;

import static java.util.function.Function.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.cog.daemon.BrandingDaemon;
import dev.brandingbot.cog.daemon.CheckSchedule;
import dev.brandingbot.cog.daemon.CogThreads;
import dev.brandingbot.cog.daemon.DaemonTask;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.sync.SyncReport;
import dev.brandingbot.testing.ManualExecutor;
import dev.brandingbot.testing.RedisExtension;
import dev.brandingbot.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks that are requested while another one runs, and what becomes of those that fail. */
class OverlappingChecksIT {
    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");
    private static final CheckSchedule MIDNIGHTS = new CheckSchedule(Optional.empty());
    private static final String INFORMATION = "branding:{123}:information";

    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    private final SettableClock clock = new SettableClock(NOON);
    private final ManualExecutor executor = new ManualExecutor(clock);
    private final List<Instant> checks = new ArrayList<>();
    private final Queue<Supplier<SyncReport>> outcomes = new ArrayDeque<>();
    private BrandingStore state;

    @BeforeEach
    void open() {
        state = new BrandingStore(redis.jedis(), 123);
    }

    @Test
    void retriesAFailedCheckThatOverlapsASuccessfulOne() {
        var daemon = daemon();
        outcomes.add(() -> {
            daemon.checkNow();
            executor.runDue();
            return SyncReports.inSync();
        });
        outcomes.add(SyncReports::notInSync);

        daemon.start();
        executor.runDue();

        assertThat(checks).hasSize(2);
        assertThat(daemon.status().next()).contains(minutes(1));
        executor.pass(Duration.ofMinutes(1));
        assertThat(checks).hasSize(3);
    }

    @Test
    void runsOneCheckAtATime() {
        var daemon = daemon();
        outcomes.add(() -> {
            daemon.requestCheck();
            executor.runDue();
            assertThat(checks).as("no check within a check").hasSize(1);
            return SyncReports.inSync();
        });

        daemon.start();
        executor.runDue();

        assertThat(checks).hasSize(2);
    }

    @Test
    void runsOneMoreCheckForAllRequestsDuringACheck() {
        var requests = new ArrayList<CompletableFuture<Void>>();
        var daemon = daemon();
        outcomes.add(() -> {
            for (var i = 0; i < 5; i++) {
                requests.add(daemon.checkNow());
            }
            return SyncReports.inSync();
        });
        outcomes.add(() -> {
            assertThat(requests).noneMatch(CompletableFuture::isDone);
            return SyncReports.inSync();
        });

        daemon.start();
        executor.runDue();

        assertThat(checks).hasSize(2);
        assertThat(requests).hasSize(5).allMatch(CompletableFuture::isDone);
    }

    @Test
    void completesARequestThoughAnotherOneWasCanceled() {
        var daemon = daemon();
        daemon.checkNow().cancel(true);
        var request = daemon.checkNow();

        executor.runDue();

        assertThat(request).isCompleted();
        assertThat(checks).hasSize(1);
    }

    @Test
    void blocksNoThreadWhileACheckRuns() throws Exception {
        var threads = Executors.newScheduledThreadPool(2);
        try {
            var begun = new CountDownLatch(1);
            var end = new CountDownLatch(1);
            var daemon = new BrandingDaemon(
                    () -> {
                        begun.countDown();
                        holdUntil(end);
                        return SyncReports.inSync();
                    },
                    state,
                    true,
                    MIDNIGHTS,
                    CogThreads.create(threads, 123),
                    clock);
            var first = daemon.checkNow();
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

            var second = daemon.checkNow();
            var third = daemon.checkNow();

            assertThat(threads.submit(() -> "free").get(20, TimeUnit.SECONDS)).isEqualTo("free");
            end.countDown();
            await().until(() -> first.isDone() && second.isDone() && third.isDone());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void retriesARequestedCheckThatRedisPrevented() {
        var daemon = daemon();
        daemon.start();
        executor.runDue();
        redis.jedis().set(INFORMATION, "not a hash");
        daemon.requestCheck();
        executor.runDue();
        redis.jedis().del(INFORMATION);

        executor.pass(Duration.ofMinutes(2));

        assertThat(checks).hasSize(2);
    }

    @Test
    void repairsWhatAnotherInstanceAsksForDuringASuccessfulCheck() {
        outcomes.add(() -> {
            state.markUncertain();
            return SyncReports.inSync();
        });
        daemon().start();

        executor.pass(Duration.ofHours(1));

        assertThat(checks).containsExactly(NOON, NOON.plusSeconds(15));
    }

    @Test
    void growsThePausesAfterCrashesThatLeaveARepairBehind() {
        for (var i = 0; i < 10; i++) {
            outcomes.add(() -> {
                state.markUncertain();
                throw new IllegalStateException("a bug");
            });
        }
        daemon().start();

        executor.pass(Duration.ofMinutes(10));

        assertThat(checks).containsExactly(NOON, minutes(1), minutes(3), minutes(7));
    }

    @Test
    void leavesTheRetryOfARequestedCheckToTheInstanceThatChecks() {
        daemon().start();
        executor.runDue();
        var standby = daemon();
        standby.start();
        outcomes.add(SyncReports::notInSync);
        standby.requestCheck();
        executor.runDue();

        executor.pass(Duration.ofMinutes(2));

        assertThat(checks).hasSize(3);
        executor.pass(Duration.ofHours(2));
        assertThat(checks).as("one retry, as it succeeded").hasSize(3);
    }

    @Test
    void cancelsNoRetryOfAnotherInstance() {
        outcomes.add(SyncReports::notInSync);
        daemon().start();
        executor.runDue();

        daemon().requestCheck();
        executor.pass(Duration.ofMinutes(2));

        assertThat(checks).hasSize(3);
    }

    @Test
    void retriesWhatAModeratorsCommandCouldNotDo() {
        var daemon = daemon();
        daemon.start();
        executor.runDue();

        daemon.retrying(SyncReports::notInSync, identity());
        executor.pass(Duration.ofHours(2));

        assertThat(checks).containsExactly(NOON, minutes(1));
    }

    @Test
    void retriesACommandThatFailedDuringASuccessfulCheck() {
        var daemon = daemon();
        outcomes.add(() -> {
            daemon.retrying(SyncReports::notInSync, identity());
            return SyncReports.inSync();
        });
        daemon.start();

        executor.pass(Duration.ofHours(2));

        assertThat(checks).containsExactly(NOON, minutes(1));
    }

    @Test
    void retriesACommandThatEndedInAnException() {
        var daemon = daemon();
        daemon.start();
        executor.runDue();

        assertThatThrownBy(() -> daemon.retrying(
                        () -> {
                            throw new IllegalStateException("a bug");
                        },
                        (SyncReport report) -> report))
                .hasMessage("a bug");
        executor.pass(Duration.ofHours(2));

        assertThat(checks).containsExactly(NOON, minutes(1));
    }

    @Test
    void retriesACommandThatFailedOnTheStandbyInstance() {
        daemon().start();
        executor.runDue();
        var standby = daemon();
        standby.start();
        executor.runDue();

        standby.retrying(SyncReports::notInSync, identity());
        executor.pass(Duration.ofHours(2));

        assertThat(checks).containsExactly(NOON, minutes(1));
    }

    @Test
    void waitsForGitHubBeforeItRetriesACommand() {
        var daemon = daemon();
        daemon.start();
        executor.runDue();

        daemon.retrying(() -> SyncReports.undecided(minutes(47)), identity());
        executor.pass(Duration.ofHours(2));

        assertThat(checks).containsExactly(NOON, minutes(47));
    }

    @Test
    void cancelsNoRetryWhenACommandSucceeds() {
        outcomes.add(SyncReports::notInSync);
        var daemon = daemon();
        daemon.start();
        executor.runDue();

        daemon.retrying(SyncReports::inSync, identity());
        executor.pass(Duration.ofHours(2));

        assertThat(checks).containsExactly(NOON, minutes(1));
    }

    @Test
    void retriesNoCommandWhileItIsOff() {
        var daemon =
                new BrandingDaemon(() -> fail("off"), state, false, MIDNIGHTS, CogThreads.create(executor, 123), clock);
        daemon.start();

        daemon.retrying(SyncReports::notInSync, identity());
        executor.pass(Duration.ofHours(2));

        assertThat(daemon.status().next()).isEmpty();
    }

    private static void holdUntil(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** It gives what {@link #outcomes} tells, and then success. */
    private BrandingDaemon daemon() {
        DaemonTask check = () -> {
            checks.add(clock.instant());
            return Optional.ofNullable(outcomes.poll())
                    .orElse(SyncReports::inSync)
                    .get();
        };
        return new BrandingDaemon(check, state, true, MIDNIGHTS, CogThreads.create(executor, 123), clock);
    }

    private static Instant minutes(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }
}
