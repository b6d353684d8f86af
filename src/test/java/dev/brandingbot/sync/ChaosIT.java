package dev.brandingbot.sync;

import dev.brandingbot.testing.RedisExtension;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Years of faults, kills, edits and commands, drawn at random, against a plain model. {@code -Dchaos.seed=N} replays the year
 * of one seed, {@code -Dchaos.seeds=N} tries so many.
 */
class ChaosIT {
    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final int FEW = 24;

    private static final ScheduledExecutorService EXECUTOR = Executors.newSingleThreadScheduledExecutor();

    @AfterAll
    static void stopExecutor() {
        EXECUTOR.shutdownNow();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void showsAfterEachHealingWhatItShould(long seed) {
        new ChaosYear(seed, REDIS, EXECUTOR).live();
    }

    private static LongStream seeds() {
        var seed = Long.getLong("chaos.seed");
        return seed != null ? LongStream.of(seed) : LongStream.rangeClosed(1, Integer.getInteger("chaos.seeds", FEW));
    }
}
