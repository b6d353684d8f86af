package dev.brandingbot.app.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.state.SessionStartLog;
import dev.brandingbot.testing.RedisExtension;
import dev.brandingbot.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.RedisClient;

/** Simulates a supervisor that repeatedly restarts a bot that Discord rejects. */
class StartupThrottleIT {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    private final SettableClock clock = new SettableClock(NOON);

    @Test
    void leavesAFewRestartsAlone() {
        var pauses = Stream.generate(this::pause).limit(3);

        assertThat(pauses).containsOnly(Duration.ZERO);
    }

    @Test
    void leavesRestartsByTheOperatorAlone() {
        for (var restart = 0; restart < 12; restart++) {
            var process = process();

            assertThat(process.next()).isZero();

            clock.advance(Duration.ofMinutes(4));
            process.endCleanly();
        }
    }

    @Test
    void countsOnlyCrashesAmongRestarts() {
        for (var restart = 0; restart < 3; restart++) {
            var process = process();
            assertThat(process.next()).isZero();
            process.endCleanly();
            assertThat(pause()).isZero();
        }

        assertThat(pause()).isEqualTo(Duration.ofMinutes(1));
    }

    /** A bot that is stopped while it waits has started no session. */
    @Test
    void countsNoCrashForAProcessThatEndsDuringItsDelay() {
        Stream.generate(this::pause).limit(3).forEach(pause -> assertThat(pause).isZero());
        for (var restart = 0; restart < 3; restart++) {
            var waiting = process();

            assertThat(waiting.next()).isEqualTo(Duration.ofMinutes(1));

            waiting.endCleanly();
            clock.advance(Duration.ofMinutes(1));
        }
    }

    /** A health check may also stop the bot repeatedly with SIGTERM. */
    @Test
    void staysFarFromDiscordsDailyLimitHoweverTheSessionsEnd() {
        var sessions = new ArrayList<Instant>();
        while (clock.instant().isBefore(NOON.plus(Duration.ofDays(1)))) {
            var process = process();
            clock.advance(process.next());
            sessions.add(clock.instant());
            clock.advance(Duration.ofSeconds(20));
            process.endCleanly();
        }

        assertThat(sessions).hasSizeLessThan(700);
    }

    @Test
    void growsWithTheStartsOfTheLastHour() {
        Stream.generate(this::pause).limit(3).forEach(pause -> assertThat(pause).isZero());

        assertThat(Stream.generate(this::pause).limit(2)).containsOnly(Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));
        assertThat(pause()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void letsNoCrashLoopLogInMoreThanAFewTimesAnHour() {
        var sessions = new ArrayList<Instant>();
        while (clock.instant().isBefore(NOON.plus(Duration.ofDays(1)))) {
            clock.advance(pause());
            sessions.add(clock.instant());
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(sessions).hasSizeLessThan(200);
        assertThat(mostInAnHour(sessions)).isLessThanOrEqualTo(9);
    }

    @Test
    void isForgottenAfterAQuietHour() {
        Stream.generate(this::pause).limit(6).forEach(pause -> assertThat(pause).isLessThan(HOUR));

        clock.advance(HOUR.plusMinutes(2));

        assertThat(pause()).isZero();
    }

    @Test
    void isZeroIfRedisIsUnavailable() {
        try (var nobody = RedisClient.create("127.0.0.1", 1)) {
            assertThat(new StartupThrottle(new SessionStartLog(nobody, 42), clock).next())
                    .isZero();
        }
    }

    /** Each throttle belongs to a new process, whose only memory is Redis. */
    private Duration pause() {
        return process().next();
    }

    private StartupThrottle process() {
        return new StartupThrottle(new SessionStartLog(redis.jedis(), 42), clock);
    }

    private static long mostInAnHour(List<Instant> sessions) {
        return sessions.stream()
                .mapToLong(first -> sessions.stream()
                        .filter(moment -> !moment.isBefore(first) && moment.isBefore(first.plus(HOUR)))
                        .count())
                .max()
                .orElse(0);
    }
}
