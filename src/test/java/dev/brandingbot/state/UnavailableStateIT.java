package dev.brandingbot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.testing.HostResources;
import dev.brandingbot.testing.RedisExtension;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;

/** What is said, and what is left behind, when Redis does not do as it should. */
class UnavailableStateIT {
    private static final AppliedBranding PRIDE = AppliedBranding.EMPTY
            .withEvent(
                    new ActiveEvent("events/pride", EventMetadata.of(EventDates.parse("June 1 to June 30"), "x"), "a1"))
            .withAsset(
                    AssetKind.ICON,
                    AppliedAsset.applied("events/pride", "i1", Instant.parse("2027-06-01T00:00:05Z"), Map.of("i1", 1)));

    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    private BrandingStore state;

    @BeforeEach
    void open() {
        state = new BrandingStore(redis.jedis(), 123);
    }

    @AfterEach
    void makeWritableAgain() {
        redis.jedis().configSet("maxmemory", "0");
        send(Protocol.Command.REPLICAOF, "NO", "ONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"information", "icons", "banners"})
    void saysWhenAKeyIsOfTheWrongType(String hash) {
        redis.jedis().set("branding:{123}:" + hash, "not a hash");

        assertThatItSays(state::read, "WRONGTYPE");
    }

    @Test
    void saysWhenTheCalendarIsOfTheWrongType() {
        redis.jedis().set("branding:{123}:events", "not a hash");

        assertThatItSays(state::calendar, "WRONGTYPE").withMessageContaining("branding:");
    }

    @Test
    void replacesRotationsAndCalendarOfTheWrongType() {
        redis.jedis().set("branding:{123}:icons", "not a hash");
        redis.jedis().set("branding:{123}:events", "not a hash");

        state.write(PRIDE);
        state.writeCalendar(List.of());

        assertThat(state.read()).isEqualTo(PRIDE);
        assertThat(state.calendar()).isEmpty();
    }

    /** Redis goes on inside a transaction, so the rotation is written; without the event that it belongs to it says nothing. */
    @Test
    void neverTakesARotationWithoutItsEventForAWholeWrite() {
        redis.jedis().set("branding:{123}:information", "not a hash");

        assertThatItSays(() -> state.write(PRIDE), "WRONGTYPE");
        assertThatItSays(() -> state.writeDaemonSwitch(true, List.of()), "WRONGTYPE");
        assertThatItSays(state::read, "WRONGTYPE");

        redis.jedis().del("branding:{123}:information");
        assertThat(state.read().event()).isEmpty();
        assertThat(state.read().icon().eventPath()).isEmpty();
        assertThat(state.read().icon().sha()).isEmpty();
    }

    @Test
    void leavesEverythingAsItWasWhenRedisTakesNothingMore() {
        state.write(PRIDE);
        redis.jedis().configSet("maxmemory-policy", "noeviction");
        redis.jedis().configSet("maxmemory", "1");

        assertThatItSays(() -> state.write(AppliedBranding.EMPTY.withEvent(other())), "OOM");

        makeWritableAgain();
        assertThat(state.read()).isEqualTo(PRIDE);
    }

    /** As after a failover, as long as REDIS_URL names the server that is no longer the first. */
    @Test
    void saysWhenRedisTakesNoWrites() {
        state.write(PRIDE);
        send(Protocol.Command.REPLICAOF, "127.0.0.1", "1");

        assertThatItSays(() -> state.write(AppliedBranding.EMPTY.withEvent(other())), "READONLY");
        assertThat(state.read()).isEqualTo(PRIDE);
    }

    @Test
    void givesUpOnARedisThatIsTooSlowAndGoesOnAfterwards() {
        state.write(PRIDE);
        send(Protocol.Command.CLIENT, "PAUSE", "2500");

        assertThatItSays(state::read, "Check that Redis is running");

        await().ignoreExceptions().until(() -> state.read().equals(PRIDE));
    }

    @Test
    void saysWhatToDoWhenRedisIsNotThere() throws IOException {
        try (var nobody = RedisClient.create("127.0.0.1", freePort())) {
            var dead = new BrandingStore(nobody, 123);

            assertThatItSays(dead::read, "Check that Redis is running");
            assertThatItSays(dead::calendar, "Check that Redis is running");
            assertThatItSays(dead::daemonSwitch, "Check that Redis is running");
            assertThatItSays(() -> dead.write(PRIDE), "Check that Redis is running");
            assertThatItSays(() -> dead.writeDaemonSwitch(true, List.of()), "Check that Redis is running");
            assertThatItSays(
                    () -> new RedisRepositoryCache(nobody, "a/b@main").get("tree"), "Check that Redis is running");
        }
    }

    @Test
    void saysWhenEveryConnectionIsInUse() {
        try (var jedis = HostResources.FEW.redis(redis);
                var busy = jedis.transaction(false)) {
            assertThat(busy).isNotNull();

            assertThatItSays(new BrandingStore(jedis, 123)::calendar, "every connection is in use");
        }
    }

    @Test
    void goesOnAfterAnError() {
        redis.jedis().set("branding:{123}:information", "not a hash");
        assertThatItSays(() -> state.write(PRIDE), "WRONGTYPE");
        redis.jedis().del("branding:{123}:information");

        state.write(PRIDE);

        assertThat(state.read()).isEqualTo(PRIDE);
    }

    private static ThrowableAssertAlternative<StateUnavailableException> assertThatItSays(
            ThrowingCallable call, String words) {
        return assertThatExceptionOfType(StateUnavailableException.class)
                .isThrownBy(call)
                .withMessageContaining("Redis")
                .withMessageContaining(words)
                .withMessageEndingWith(".")
                .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(thrown.getMessage()))
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("null", "Exception"));
    }

    private void send(Protocol.Command command, String... arguments) {
        redis.jedis().executeCommand(new CommandArguments(command).addObjects((Object[]) arguments));
    }

    private static ActiveEvent other() {
        return new ActiveEvent("events/other", EventMetadata.of(Optional.empty(), "y"), "a2");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
