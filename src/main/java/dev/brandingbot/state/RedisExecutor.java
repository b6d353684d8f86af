package dev.brandingbot.state;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Runs commands with Jedis and turns its exceptions into {@link StateUnavailableException}.
 *
 * @param jedis not closed here
 */
record RedisExecutor(UnifiedJedis jedis) {
    <T> T execute(Function<UnifiedJedis, T> question) {
        try {
            return question.apply(jedis);
        } catch (JedisException e) {
            throw new StateUnavailableException(e);
        }
    }

    /** Runs commands in one transaction. */
    void inTransaction(Consumer<? super AbstractTransaction> step) {
        askInTransaction(transaction -> {
            step.accept(transaction);
            return List::of;
        });
    }

    /**
     * Reads in one transaction.
     *
     * @param question queues commands and returns what reads their responses afterwards
     */
    <T> T askInTransaction(Function<? super AbstractTransaction, Supplier<T>> question) {
        return execute(redis -> {
            // redis.multi() keeps the connection forever if the first command cannot be sent.
            try (var transaction = redis.transaction(false)) {
                transaction.multi();
                var answer = question.apply(transaction);
                throwFirstError(transaction.exec());
                return answer.get();
            }
        });
    }

    /** Runs commands in one script if a key has a value, and returns whether it had. Needs one connection. */
    boolean inTransactionWhile(String key, String value, Consumer<? super GuardedCommands> step) {
        var commands = new GuardedCommands(key, value);
        step.accept(commands);
        return execute(commands::run);
    }

    /** Redis continues after a command that failed in a transaction, and Jedis returns its error as a response. */
    private static void throwFirstError(List<Object> answers) {
        for (var answer : answers) {
            if (answer instanceof JedisException error) {
                throw error;
            }
        }
    }
}
