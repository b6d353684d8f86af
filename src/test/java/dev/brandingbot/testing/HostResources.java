package dev.brandingbot.testing;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * The threads and Redis connections that a host gives the bot.
 *
 * @param threads the number of threads of the executor
 * @param connections the number of connections of the pool
 */
public record HostResources(int threads, int connections) {
    /** The minimum with which everything must work. */
    public static final HostResources FEW = new HostResources(2, 1);

    /** The name of the clients. */
    static final String CLIENT_NAME = "host";

    private static final int MANY = 8;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

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

    /** Opens an executor, which the caller shuts down. */
    public ScheduledExecutorService executor() {
        return new ScheduledThreadPoolExecutor(threads, work -> {
            var thread = new Thread(work, "host");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Opens a client of {@code redis}, which the caller closes. */
    public UnifiedJedis redis(RedisExtension redis) {
        return redis("redis://127.0.0.1:" + redis.port());
    }

    /** Opens a client whose commands wait some seconds for a connection. The caller closes it. */
    public UnifiedJedis redis(String url) {
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(connections);
        pool.setMaxWait(LONGEST_WAIT);
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(URI.create(url)))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .clientName(CLIENT_NAME)
                        .build())
                .poolConfig(pool)
                .build();
    }
}
