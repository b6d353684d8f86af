package dev.brandingbot.sync.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.state.Lease;
import dev.brandingbot.testing.HostResources;
import dev.brandingbot.testing.RedisExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.UnifiedJedis;

class LeaseRenewerIT {
    private static final String KEY = "branding:{42}:lease:turn";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TERM = Duration.ofSeconds(20);

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private final String thread = "branding-lock-" + UUID.randomUUID();
    private final LeaseRenewer renewer = new LeaseRenewer(thread);
    private final List<Lease> leases = new ArrayList<>();
    private UnifiedJedis jedis;

    @BeforeEach
    void open() {
        jedis = HostResources.FEW.redis(REDIS);
    }

    @AfterEach
    void close() {
        renewer.close();
        leases.forEach(renewer::release);
        jedis.close();
    }

    @Test
    void startsItsThreadWithTheFirstLease() {
        assertThat(isThreadAlive()).isFalse();

        assertThat(renewer.acquire(lease("me"))).isTrue();

        assertThat(isThreadAlive()).isTrue();
    }

    @Test
    void acquiresNothingThatIsHeld() {
        renewer.acquire(lease("me"));

        assertThat(renewer.acquire(lease("other"))).isFalse();
    }

    @Test
    void renewsUntilTheRelease() {
        var lease = lease("me");
        renewer.acquire(lease);
        awaitRenewal();

        renewer.release(lease);

        assertThat(REDIS.jedis().exists(KEY)).isFalse();
    }

    /** As in the daemon, which acquires its leadership at each of its checks. */
    @Test
    void renewsALeaseOnceThatIsAcquiredTwice() {
        var lease = lease("me");
        renewer.acquire(lease);
        renewer.acquire(lease);
        renewer.close();

        renewer.release(lease);

        await().atMost(PATIENCE).until(() -> !isThreadAlive());
    }

    @Test
    void renewsOnceMoreWhenTheConnectionWasLost() {
        renewer.acquire(lease("me"));

        REDIS.dropConnections();

        awaitRenewal();
    }

    @Test
    void leavesALeaseAloneThatSomebodyElseAcquired() {
        var lease = lease("me");
        renewer.acquire(lease);
        REDIS.jedis().del(KEY);
        var other = lease("other");
        other.tryAcquire();

        renewer.release(lease);

        assertThat(other.isHeld()).isTrue();
    }

    @Test
    void endsItsThreadWhenItIsClosed() {
        var lease = lease("me");
        renewer.acquire(lease);
        renewer.release(lease);

        renewer.close();

        await().atMost(PATIENCE).until(() -> !isThreadAlive());
    }

    /** What is under way when the bot is closed ends by itself, and is not to be done again by another instance. */
    @Test
    void renewsWhatIsHeldWhenItIsClosedUntilTheRelease() {
        var lease = lease("me");
        renewer.acquire(lease);

        renewer.close();
        awaitRenewal();
        renewer.release(lease);

        await().atMost(PATIENCE).until(() -> !isThreadAlive());
    }

    @Test
    void acquiresForOneTermOnceItIsClosed() {
        renewer.close();

        assertThat(renewer.acquire(lease("me"))).isTrue();

        assertThat(isThreadAlive()).isFalse();
    }

    private Lease lease(String holder) {
        var lease = new BrandingStore(jedis, 42).lease("turn", holder, TERM);
        leases.add(lease);
        return lease;
    }

    private static void awaitRenewal() {
        REDIS.jedis().pexpire(KEY, TERM.toMillis() / 2);
        await().atMost(PATIENCE).until(() -> REDIS.jedis().pttl(KEY) > TERM.toMillis() / 2);
    }

    private boolean isThreadAlive() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(running -> running.getName().equals(thread));
    }
}
