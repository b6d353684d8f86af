package dev.brandingbot.app;

import java.time.Duration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/** Opens pooled connections to a Redis server. */
public final class RedisConnection {
    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private RedisConnection() {}

    /**
     * A client for {@code url}, with TLS, user, password and database as it says. Connects when it is used, so that the
     * server may come and go; whoever called closes it.
     */
    public static UnifiedJedis open(RedisUrl url) {
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(url.uri()))
                .clientConfig(DefaultJedisClientConfig.builder(url.uri())
                        .connectionTimeoutMillis((int) PATIENCE.toMillis())
                        .socketTimeoutMillis((int) PATIENCE.toMillis())
                        .clientName("branding-bot")
                        .build())
                .poolConfig(pool())
                .build();
    }

    private static ConnectionPoolConfig pool() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxWait(PATIENCE);
        // After a restart of the server, the first command would fail on each connection that was open before.
        pool.setTestOnBorrow(true);
        // What idles is looked at when it is borrowed; no thread is needed to look through it.
        pool.setTimeBetweenEvictionRuns(Duration.ofMillis(-1));
        // To be registered with JMX would load some 280 more classes at the start.
        pool.setJmxEnabled(false);
        return pool;
    }
}
