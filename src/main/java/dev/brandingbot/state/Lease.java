package dev.brandingbot.state;

import java.time.Duration;
import java.util.function.Consumer;
import redis.clients.jedis.PipeliningBase;
import redis.clients.jedis.params.SetParams;

/**
 * A lease in Redis: one holder has it at a time, and it expires if the holder does not renew it. What is written
 * under a lease is written only if it is still held, so a holder that was frozen and wakes up too late changes nothing.
 *
 * <p>Thread-safe; every method throws {@link StateUnavailableException} if Redis fails.
 */
public final class Lease {
    private final RedisExecutor redis;
    private final String key;
    private final String holder;
    private final Duration term;

    /**
     * @param holder a unique name of the holder
     * @param term how long it lasts unless it is renewed
     */
    Lease(RedisExecutor redis, String key, String holder, Duration term) {
        this.redis = redis;
        this.key = key;
        this.holder = holder;
        this.term = term;
    }

    /** Returns how long it lasts unless it is renewed. */
    public Duration term() {
        return term;
    }

    /** Acquires the lease if nobody holds it, renews it if this holder does, and returns whether it is held now. */
    public boolean tryAcquire() {
        var asNew = SetParams.setParams().nx().px(term.toMillis());
        return "OK".equals(redis.execute(jedis -> jedis.set(key, holder, asNew))) || renew();
    }

    /** Renews the lease and returns whether it was still held. */
    public boolean renew() {
        return executeIfHeld(commands -> commands.pexpire(key, term.toMillis()));
    }

    /** Returns whether the lease is still held. */
    public boolean isHeld() {
        return redis.execute(jedis -> holder.equals(jedis.get(key)));
    }

    /** Releases the lease, so that another holder need not wait until it expires. */
    public void release() {
        executeIfHeld(commands -> commands.del(key));
    }

    /** Runs commands in one script if the lease is held, and returns whether it was. */
    boolean executeIfHeld(Consumer<PipeliningBase> step) {
        return redis.inTransactionWhile(key, holder, step);
    }
}
