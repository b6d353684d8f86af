package dev.brandingbot.testing;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;
import redis.clients.jedis.UnifiedJedis;

/**
 * The threads and Redis connections that a host gives the bot.
 *
 * @param threads how many threads its executor has
 * @param connections how many connections its pool has
 */
public record HostResources(int threads, int connections) {
    /** The fewest with which everything must work. */
    public static final HostResources FEW = new HostResources(2, 1);

    private static final int MANY = 8;

    /** Few and many of each, in every combination. */
    public static Stream<HostResources> all() {
        return Stream.of(
                FEW,
                new HostResources(FEW.threads, MANY),
                new HostResources(MANY, FEW.connections),
                new HostResources(MANY, MANY));
    }

    /** One of {@link #all}, the same for each seed. */
    public static HostResources of(long seed) {
        return all().toList().get((int) Math.floorMod(seed, all().count()));
    }

    /** Opens an executor; whoever called shuts it down. */
    public ScheduledExecutorService executor() {
        return new ScheduledThreadPoolExecutor(threads, work -> {
            var thread = new Thread(work, "host");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Opens a client of {@code redis} with a pool of its own; whoever called closes it. */
    public UnifiedJedis redis(RedisExtension redis) {
        return redis.client(connections);
    }
}
