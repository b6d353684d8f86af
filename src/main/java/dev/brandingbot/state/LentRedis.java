package dev.brandingbot.state;

import java.util.function.Function;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The edge to Jedis: what it throws becomes a {@link StateUnavailableException}.
 *
 * @param jedis lent, never closed here
 */
record LentRedis(UnifiedJedis jedis) {
    <T> T ask(Function<UnifiedJedis, T> question) {
        try {
            return question.apply(jedis);
        } catch (JedisException e) {
            throw new StateUnavailableException(e);
        }
    }
}
