package dev.brandingbot.state;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The edge to Jedis: what it throws becomes a {@link StateUnavailableException}.
 *
 * @param jedis lent, never closed here
 */
record RedisExecutor(UnifiedJedis jedis) {
    <T> T execute(Function<UnifiedJedis, T> question) {
        try {
            return question.apply(jedis);
        } catch (JedisException e) {
            throw new StateUnavailableException(e);
        }
    }

    /** Does {@code step} in one transaction. */
    void inTransaction(Consumer<? super AbstractTransaction> step) {
        askInTransaction(transaction -> {
            step.accept(transaction);
            return List::of;
        });
    }

    /**
     * Asks {@code question} in one transaction.
     *
     * @param question gives what reads its responses, once they are there
     */
    <T> T askInTransaction(Function<? super AbstractTransaction, Supplier<T>> question) {
        return execute(redis -> {
            // redis.multi() keeps the connection for ever if the first command cannot be sent.
            try (var transaction = redis.transaction(false)) {
                transaction.multi();
                var answer = question.apply(transaction);
                throwFirstError(transaction.exec());
                return answer.get();
            }
        });
    }

    /** Does {@code step} at once if {@code key} has this value, and says whether it had. Takes one connection. */
    boolean inTransactionWhile(String key, String value, Consumer<? super GuardedCommands> step) {
        var commands = new GuardedCommands(key, value);
        step.accept(commands);
        return execute(commands::run);
    }

    /** Redis goes on after a command that failed inside a transaction, and Jedis hands its error over as an answer. */
    private static void throwFirstError(List<Object> answers) {
        for (var answer : answers) {
            if (answer instanceof JedisException error) {
                throw error;
            }
        }
    }
}
