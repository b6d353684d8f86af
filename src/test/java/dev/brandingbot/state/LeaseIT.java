package dev.brandingbot.state;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.testing.HostResources;
import dev.brandingbot.testing.RedisExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** A lease, and what is written under it. */
class LeaseIT {
    private static final long GUILD = 123;
    private static final String KEY = "branding:{123}:lease:turn";
    private static final String INFORMATION = "branding:{123}:information";
    private static final Duration TERM = Duration.ofMinutes(1);
    private static final int JEDIS_DEFAULT = 8;
    private static final AppliedBranding PRIDE = AppliedBranding.EMPTY
            .withEvent(
                    new ActiveEvent("events/pride", EventMetadata.of(EventDates.parse("June 1 to June 30"), "x"), "a1"))
            .withAsset(
                    AssetKind.ICON,
                    AppliedAsset.applied("events/pride", "i1", Instant.parse("2027-06-01T00:00:05Z"), Map.of("i1", 1)));

    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    private BrandingStore state;
    private Lease lease;
    private BrandingStore fenced;

    @BeforeEach
    void take() {
        open(redis.jedis());
        lease.tryAcquire();
    }

    @AfterEach
    void makeWritableAgain() {
        redis.jedis().configSet("maxmemory", "0");
        send(Protocol.Command.REPLICAOF, "NO", "ONE");
    }

    private void open(UnifiedJedis jedis) {
        state = new BrandingStore(jedis, GUILD);
        lease = state.lease("turn", "me", TERM);
        fenced = state.guardedBy(lease);
    }

    @Test
    void belongsToOneHolder() {
        var other = state.lease("turn", "other", TERM);

        assertThat(lease.tryAcquire()).as("held already").isTrue();
        assertThat(other.tryAcquire()).isFalse();
        assertThat(other.renew()).isFalse();
        other.release();

        assertThat(lease.isHeld()).isTrue();
        lease.release();
        assertThat(other.tryAcquire()).isTrue();
    }

    @Test
    void lastsForAnotherTermWhenItIsRenewed() {
        redis.jedis().pexpire(KEY, 30_000);

        assertThat(lease.renew()).isTrue();

        assertThat(redis.jedis().pttl(KEY)).isGreaterThan(30_000);
    }

    @Test
    void staysLostWhenItIsOver() {
        redis.jedis().del(KEY);

        assertThat(lease.renew()).isFalse();
        assertThatThrownBy(() -> fenced.write(PRIDE)).isInstanceOf(LeaseLostException.class);
        assertThat(redis.jedis().keys("*")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.brandingbot.testing.HostResources#all")
    void worksWithAnyNumberOfConnections(HostResources resources) {
        try (var jedis = resources.redis(redis)) {
            redis.jedis().flushAll();
            open(jedis);

            assertThat(lease.tryAcquire()).isTrue();
            assertThat(lease.renew()).isTrue();
            fenced.write(PRIDE);
            fenced.clearUncertainty(fenced.markUncertain());
            assertThat(fenced.read()).isEqualTo(PRIDE);
            assertThat(fenced.uncertainty()).isEmpty();
            lease.release();
            assertThat(lease.isHeld()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void goesOnWithItsOnlyConnectionAfterItWasClosed(Consumer<LeaseIT> step) {
        try (var jedis = HostResources.FEW.redis(redis)) {
            open(jedis);
            step.accept(this);

            redis.dropConnections();
            assertThatThrownBy(() -> step.accept(this)).isInstanceOf(StateUnavailableException.class);

            step.accept(this);
        }
    }

    private static Stream<Consumer<LeaseIT>> steps() {
        return Stream.of(
                it -> it.state.read(),
                it -> it.state.write(PRIDE),
                it -> it.state.calendar(),
                it -> it.fenced.write(PRIDE),
                it -> it.lease.renew());
    }

    /** In which whoever finds no connection waits for ever. */
    @Test
    void needsNoMoreThanOneConnectionForEachThread() throws Exception {
        var threads = Executors.newFixedThreadPool(JEDIS_DEFAULT, work -> {
            var thread = new Thread(work, "renews");
            thread.setDaemon(true);
            return thread;
        });
        var jedis = RedisClient.create("127.0.0.1", redis.port());
        open(jedis);
        Callable<Boolean> renewals = () -> IntStream.range(0, 200).allMatch(i -> lease.renew() && isWritten(fenced));

        var all = IntStream.range(0, JEDIS_DEFAULT)
                .mapToObj(i -> threads.submit(renewals))
                .toList();

        for (var one : all) {
            assertThat(one.get(20, TimeUnit.SECONDS)).isTrue();
        }
        threads.shutdownNow();
        jedis.close();
    }

    private static boolean isWritten(BrandingStore fenced) {
        fenced.write(PRIDE);
        return true;
    }

    @Test
    void takesAnyNumberOfFieldsAtOnce() {
        var notes = IntStream.range(0, 20_000).boxed().collect(toMap(i -> "field " + i, i -> "value\0\r\n" + i));

        fenced.writeValues("notes", notes);

        assertThat(state.values("notes")).isEqualTo(notes);
    }

    @Test
    void leavesOutWhatIsNotThereAnyMore() {
        fenced.write(PRIDE);
        fenced.writeValues("notes", Map.of("old", "1"));

        fenced.write(AppliedBranding.EMPTY);
        fenced.writeValues("notes", Map.of());

        assertThat(state.read()).isEqualTo(AppliedBranding.EMPTY);
        assertThat(redis.jedis().keys("*")).containsExactly(KEY);
    }

    @Test
    void writesEverythingOrNothingWhenRedisTakesNothingMore() {
        fenced.write(PRIDE);
        redis.jedis().configSet("maxmemory-policy", "noeviction");
        redis.jedis().configSet("maxmemory", "1");

        assertThatThrownBy(() -> fenced.writeDaemonSwitch(true, List.of()))
                .isInstanceOf(StateUnavailableException.class)
                .hasMessageContaining("OOM command not allowed");
        var isWritten = tries(() -> fenced.write(other()));

        makeWritableAgain();
        assertThat(state.read()).isEqualTo(isWritten ? other() : PRIDE);
    }

    @Test
    void saysWhatRedisSays() {
        redis.jedis().set(INFORMATION, "not a hash");
        assertThatThrownBy(() -> fenced.write(PRIDE))
                .isInstanceOf(StateUnavailableException.class)
                .hasMessageContaining("used: WRONGTYPE")
                .hasMessageContaining("rename or delete that key");
        redis.jedis().del(INFORMATION);

        send(Protocol.Command.REPLICAOF, "127.0.0.1", "1");
        assertThatThrownBy(() -> fenced.write(PRIDE))
                .isInstanceOf(StateUnavailableException.class)
                .hasMessageContaining("READONLY");
    }

    private static boolean tries(Runnable write) {
        try {
            write.run();
            return true;
        } catch (StateUnavailableException e) {
            return false;
        }
    }

    private void send(Protocol.Command command, String... arguments) {
        redis.jedis().executeCommand(new CommandArguments(command).addObjects((Object[]) arguments));
    }

    private static AppliedBranding other() {
        return AppliedBranding.EMPTY.withEvent(
                new ActiveEvent("events/other", EventMetadata.of(EventDates.parse("May 1 to May 2"), "y"), "a2"));
    }
}
