package dev.brandingbot.state;

import java.time.Duration;
import java.util.function.Consumer;
import redis.clients.jedis.PipeliningBase;
import redis.clients.jedis.params.SetParams;

/**
 * A right that one holder has at a time, kept in Redis: it ends by itself when its holder does not renew it. What is written
 * while it is held is written only if it still is, so a holder that was frozen and wakes up too late changes nothing.
 *
 * <p>Safe for use by several threads; every method throws {@link StateUnavailableException} when Redis fails.
 */
public final class Lease {
    private final RedisExecutor redis;
    private final String key;
    private final String holder;
    private final Duration term;

    /**
     * @param holder names the holder and nobody else
     * @param term how long it lasts without being renewed
     */
    Lease(RedisExecutor redis, String key, String holder, Duration term) {
        this.redis = redis;
        this.key = key;
        this.holder = holder;
        this.term = term;
    }

    /** How long it lasts without being renewed. */
    public Duration term() {
        return term;
    }

    /** Takes it where nobody holds it, renews it where it is held by this holder, and says whether it is. */
    public boolean tryAcquire() {
        var asNew = SetParams.setParams().nx().px(term.toMillis());
        return "OK".equals(redis.execute(jedis -> jedis.set(key, holder, asNew))) || renew();
    }

    /** Lets it last for another term, and says whether it was still held. */
    public boolean renew() {
        return executeIfHeld(commands -> commands.pexpire(key, term.toMillis()));
    }

    /** Whether it is still held. */
    public boolean isHeld() {
        return redis.execute(jedis -> holder.equals(jedis.get(key)));
    }

    /** Gives it up, so that another one need not wait for its end. */
    public void release() {
        executeIfHeld(commands -> commands.del(key));
    }

    /** Does {@code step} at once if the lease is held, and says whether it was. */
    boolean executeIfHeld(Consumer<PipeliningBase> step) {
        return redis.inTransactionWhile(key, holder, step);
    }
}
