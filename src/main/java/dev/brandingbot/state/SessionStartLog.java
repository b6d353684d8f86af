package dev.brandingbot.state;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.Tuple;

/**
 * When processes of the bot started sessions with Discord, in the sorted set {@code branding:{GUILD_ID}:sessions}: a process that
 * is restarted again and again knows of those before it. Throws {@link StateUnavailableException} if Redis fails.
 */
public final class SessionStartLog {
    private static final Duration SPAN = Duration.ofHours(1);
    private static final String CLEAN = "clean:";

    private final RedisExecutor redis;
    private final String key;

    /**
     * A session.
     *
     * @param id its id
     * @param start when it starts
     */
    public record Session(String id, Instant start) {}

    /**
     * The sessions of the last hour.
     *
     * @param all how many there were
     * @param unclean how many of them have not ended as the operator wanted: they crashed, or still run
     */
    public record Recent(long all, long unclean) {}

    /**
     * @param redis not closed by this class
     * @param guildId the guild
     */
    public SessionStartLog(UnifiedJedis redis, long guildId) {
        this.redis = new RedisExecutor(redis);
        this.key = "branding:{" + guildId + "}:sessions";
    }

    /** Returns the sessions that started in the hour before {@code now}. */
    public Recent before(Instant now) {
        // ZRANGE by score needs Redis 6.2.
        var ids = redis.execute(jedis -> jedis.zrangeWithScores(key, 0, -1)).stream()
                .filter(session -> session.getScore() >= score(now.minus(SPAN)) && session.getScore() <= score(now))
                .map(Tuple::getElement)
                .toList();
        return new Recent(
                ids.size(), ids.stream().filter(id -> !id.startsWith(CLEAN)).count());
    }

    /** Adds a session that starts at {@code start}. */
    public Session add(Instant start) {
        var session = new Session(UUID.randomUUID().toString(), start);
        redis.inTransaction(transaction -> {
            transaction.zremrangeByScore(key, 0, score(start.minus(SPAN)));
            transaction.zadd(key, score(start), session.id());
            transaction.pexpire(key, SPAN.toMillis());
        });
        return session;
    }

    /** Notes that a session ended because the operator wanted it to. */
    public void endCleanly(Session session) {
        redis.inTransaction(transaction -> {
            transaction.zrem(key, session.id());
            transaction.zadd(key, score(session.start()), CLEAN + session.id());
            transaction.pexpire(key, SPAN.toMillis());
        });
    }

    private static double score(Instant moment) {
        return (double) moment.toEpochMilli();
    }
}
