package dev.brandingbot.state;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import redis.clients.jedis.UnifiedJedis;

/**
 * When processes of the bot began a session with Discord, kept in the sorted set {@code branding:{GUILD_ID}:sessions}: one that
 * is started again and again knows of those before it. Throws {@link StateUnavailableException} when Redis fails.
 */
public final class SessionStarts {
    private static final Duration SPAN = Duration.ofHours(1);

    private final LentRedis redis;
    private final String key;

    /**
     * @param redis lent, never closed here
     * @param guildId the guild
     */
    public SessionStarts(UnifiedJedis redis, long guildId) {
        this.redis = new LentRedis(redis);
        this.key = "branding:{" + guildId + "}:sessions";
    }

    /** How many sessions were begun in the hour before {@code now}. */
    public long countBefore(Instant now) {
        return redis.ask(jedis -> jedis.zcount(key, score(now.minus(SPAN)), score(now)));
    }

    /** Takes note of one that is begun at {@code now}. */
    public void note(Instant now) {
        redis.inTransaction(transaction -> {
            transaction.zremrangeByScore(key, 0, score(now.minus(SPAN)));
            transaction.zadd(key, score(now), UUID.randomUUID().toString());
            transaction.pexpire(key, SPAN.toMillis());
        });
    }

    private static double score(Instant moment) {
        return (double) moment.toEpochMilli();
    }
}
