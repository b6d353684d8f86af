package dev.brandingbot.state;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import redis.clients.jedis.AbstractTransaction;
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

    /** Does {@code step} in one transaction. */
    void inTransaction(Consumer<AbstractTransaction> step) {
        ask(redis -> {
            try (var transaction = redis.multi()) {
                step.accept(transaction);
                return whole(transaction.exec());
            }
        });
    }

    /** Does {@code step} in one transaction if {@code key} has this value until then, and says whether it had. */
    boolean inTransactionWhile(String key, String value, Consumer<AbstractTransaction> step) {
        return ask(redis -> {
            try (var transaction = redis.transaction(false)) {
                transaction.watch(key);
                if (!value.equals(redis.get(key))) {
                    transaction.unwatch();
                    return false;
                }
                transaction.multi();
                step.accept(transaction);
                var answers = transaction.exec();
                return answers != null && whole(answers) == answers;
            }
        });
    }

    /** Redis goes on after a command that failed inside a transaction, and Jedis hands its error over as an answer. */
    private static List<Object> whole(List<Object> answers) {
        for (var answer : answers) {
            if (answer instanceof JedisException error) {
                throw error;
            }
        }
        return answers;
    }
}
