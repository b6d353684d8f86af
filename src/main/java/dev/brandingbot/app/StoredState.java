package dev.brandingbot.app;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** The Redis that the bot was told to use, or the embedded one, and the connections to it. */
final class StoredState implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StoredState.class);

    private final Optional<EmbeddedRedis> server;
    private final UnifiedJedis redis;

    private StoredState(Optional<EmbeddedRedis> server, UnifiedJedis redis) {
        this.server = server;
        this.redis = redis;
    }

    /**
     * Opens what the settings say. A Redis that is down may come up later, so that is no failure.
     *
     * @throws StartException if the embedded Redis is wanted and cannot start
     */
    static StoredState open(Settings.Storage storage) throws StartException {
        if (storage.redisUrl().isPresent()) {
            RedisUrl url = storage.redisUrl().get();
            UnifiedJedis redis = RedisConnection.open(url);
            warnIfOutOfReach(redis, url);
            return new StoredState(Optional.empty(), redis);
        }
        EmbeddedRedis server = EmbeddedRedis.start(storage.dataDir());
        return new StoredState(Optional.of(server), RedisConnection.open(server.url()));
    }

    private static void warnIfOutOfReach(UnifiedJedis redis, RedisUrl url) {
        try {
            redis.ping();
        } catch (JedisException outOfReach) {
            log.warn(
                    "Redis can't be used now; check REDIS_URL if that lasts. url={} reason={}",
                    url,
                    outOfReach.getMessage());
        }
    }

    UnifiedJedis redis() {
        return redis;
    }

    /** Has the embedded Redis started again whenever it ends, until the executor is shut down. */
    void watch(ScheduledExecutorService executor, Clock clock) {
        server.ifPresent(embedded -> new RedisWatch(embedded, executor, clock).start());
    }

    @Override
    public void close() {
        redis.close();
        server.ifPresent(EmbeddedRedis::close);
    }
}
