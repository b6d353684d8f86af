package dev.brandingbot.app.redis;

import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.app.settings.RedisUrl;
import dev.brandingbot.app.settings.Settings;
import dev.brandingbot.state.TlsFailure;
import dev.brandingbot.support.FailureReason;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** The configured Redis or the embedded one, and the connections to it. */
public final class RedisBackend implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RedisBackend.class);

    private final Optional<EmbeddedRedis> server;
    private final UnifiedJedis redis;

    private RedisBackend(Optional<EmbeddedRedis> server, UnifiedJedis redis) {
        this.server = server;
        this.redis = redis;
    }

    /**
     * Opens the configured Redis, or starts the embedded one. A configured Redis that can't be reached is only logged, because it may
     * start later. Blocks.
     *
     * @param storage the settings
     * @throws CliException if the embedded Redis can't start
     */
    public static RedisBackend open(Settings.Storage storage) throws CliException {
        if (storage.redisUrl().isPresent()) {
            RedisUrl url = storage.redisUrl().get();
            UnifiedJedis redis = RedisClients.open(url);
            warnIfUnreachable(redis, url);
            return new RedisBackend(Optional.empty(), redis);
        }
        EmbeddedRedis server = EmbeddedRedis.start(storage.dataDir());
        return new RedisBackend(Optional.of(server), RedisClients.open(server.url()));
    }

    private static void warnIfUnreachable(UnifiedJedis redis, RedisUrl url) {
        try {
            redis.ping();
        } catch (JedisException unreachable) {
            log.warn(
                    "Redis can't be used now; check REDIS_URL if this continues. url={} reason={}",
                    url,
                    TlsFailure.explain(unreachable).orElseGet(() -> FailureReason.of(unreachable)));
        }
    }

    /** Returns the client; closed with this. */
    public UnifiedJedis redis() {
        return redis;
    }

    /**
     * Restarts the embedded Redis whenever it ends, until the executor is shut down.
     *
     * @param executor runs the checks; not closed by this class
     * @param clock the time
     */
    public void watch(ScheduledExecutorService executor, Clock clock) {
        server.ifPresent(embedded -> new RedisSupervisor(embedded, executor, clock).start());
    }

    @Override
    public void close() {
        redis.close();
        server.ifPresent(EmbeddedRedis::close);
    }
}
