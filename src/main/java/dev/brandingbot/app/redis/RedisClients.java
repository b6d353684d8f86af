package dev.brandingbot.app.redis;

import dev.brandingbot.app.settings.RedisUrl;
import java.net.URI;
import java.time.Duration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/** Opens pooled connections to a Redis server. */
public final class RedisClients {
    private static final int MAX_CONNECTIONS = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private RedisClients() {}

    /**
     * Opens a client with the URL's user, password and database, and TLS for {@code rediss}. It connects on demand, so the server may
     * be down at first.
     *
     * @param url the server
     * @return a client that the caller closes
     */
    public static UnifiedJedis open(RedisUrl url) {
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(url.uri()))
                .clientConfig(config(url.uri()))
                .poolConfig(pool())
                .build();
    }

    private static JedisClientConfig config(URI uri) {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder(uri)
                .connectionTimeoutMillis((int) TIMEOUT.toMillis())
                .socketTimeoutMillis((int) TIMEOUT.toMillis())
                .clientName("branding-bot");
        if (JedisURIHelper.isRedisSSLScheme(uri)) {
            // By default Jedis accepts a certificate that was issued for any host.
            config.sslOptions(
                    SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
        }
        return config.build();
    }

    private static ConnectionPoolConfig pool() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(MAX_CONNECTIONS);
        pool.setMaxWait(TIMEOUT);
        // Otherwise the first command on each connection would fail after a restart of the server.
        pool.setTestOnBorrow(true);
        // Idle connections are tested when they are borrowed; no eviction thread is needed.
        pool.setTimeBetweenEvictionRuns(Duration.ofMillis(-1));
        // JMX would load some 280 more classes at startup.
        pool.setJmxEnabled(false);
        return pool;
    }
}
