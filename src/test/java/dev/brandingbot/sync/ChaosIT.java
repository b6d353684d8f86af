package dev.brandingbot.sync;

import dev.brandingbot.testing.RedisExtension;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Years of faults, kills, edits and commands, drawn at random, against a plain model. The seed decides how many threads and Redis
 * connections each instance has, too: a quarter of the years has two threads and one connection. {@code -Dchaos.seed=N} replays
 * the year of one seed, {@code -Dchaos.seeds=N} tries so many; continuous
 * integration tries 24.
 */
class ChaosIT {
    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final int FEW = 6;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void showsAfterEachHealingWhatItShould(long seed) {
        new ChaosYear(seed, REDIS).live();
    }

    private static LongStream seeds() {
        var seed = Long.getLong("chaos.seed");
        return seed != null ? LongStream.of(seed) : LongStream.rangeClosed(1, Integer.getInteger("chaos.seeds", FEW));
    }
}
