package dev.brandingbot.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.brandingbot.testing.RedisExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisRepositoryCacheIT {
    private static final String KEY = "branding:repository:{python-discord/branding@main}:cache";

    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    private RedisRepositoryCache hash;

    @BeforeEach
    void open() {
        hash = new RedisRepositoryCache(redis.jedis(), "python-discord/branding@main");
    }

    @Test
    void isOneHashNamedAfterTheRepository() {
        hash.putAll(Map.of("tree", text("a tree")));

        assertThat(redis.jedis().keys("*")).containsExactly(KEY);
        assertThat(redis.jedis().hgetAll(KEY)).isEqualTo(Map.of("tree", "a tree"));
    }

    @Test
    void keepsRepositoriesApart() {
        var other = new RedisRepositoryCache(redis.jedis(), "python-discord/branding@next");

        hash.putAll(Map.of("tree", text("a tree")));

        assertThat(other.get("tree")).isEmpty();
    }

    @Test
    void givesBackEveryByteAsItWas() {
        var allBytes = new byte[256];
        for (var i = 0; i < allBytes.length; i++) {
            allBytes[i] = (byte) i;
        }

        hash.putAll(Map.of("blob", allBytes, "empty", new byte[0]));

        assertThat(hash.get("blob"))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(allBytes));
        assertThat(hash.get("empty"))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEmpty());
    }

    @Test
    void takesAnyTextAsAField() {
        hash.putAll(Map.of("events/été 🎃\n{}", text("x")));

        assertThat(hash.getAll(List.of("events/été 🎃\n{}"))).containsOnlyKeys("events/été 🎃\n{}");
        hash.retain(Set.of("events/été 🎃\n{}"));
        assertThat(hash.get("events/été 🎃\n{}")).isPresent();
    }

    @Test
    void hasNothingAtFirst() {
        assertThat(hash.get("tree")).isEmpty();
        assertThat(hash.getAll(List.of("tree", "etag"))).isEmpty();
    }

    @Test
    void getsThoseOfTheFieldsThatAreThere() {
        hash.putAll(Map.of("a", text("1"), "b", text("2"), "c", text("3")));

        var found = hash.getAll(List.of("c", "missing", "a", "a"));

        assertThat(found).containsOnlyKeys("a", "c");
        assertThat(found.get("a")).isEqualTo(text("1"));
        assertThat(found.get("c")).isEqualTo(text("3"));
    }

    @Test
    void asksForNoFieldsWithoutAnError() {
        hash.putAll(Map.of("a", text("1")));

        hash.putAll(Map.of());

        assertThat(hash.getAll(List.of())).isEmpty();
        assertThat(hash.get("a")).isPresent();
    }

    @Test
    void overwritesFieldsAndLeavesTheOthers() {
        hash.putAll(Map.of("a", text("1"), "b", text("2")));

        hash.putAll(Map.of("a", text("new")));

        assertThat(redis.jedis().hgetAll(KEY)).isEqualTo(Map.of("a", "new", "b", "2"));
    }

    @Test
    void retainsNoOtherFields() {
        hash.putAll(Map.of("a", text("1"), "b", text("2"), "c", text("3")));

        hash.retain(Set.of("b", "never there"));

        assertThat(redis.jedis().hkeys(KEY)).containsExactly("b");
        hash.retain(Set.of());
        assertThat(redis.jedis().exists(KEY)).isFalse();
        hash.retain(Set.of("a"));
        assertThat(redis.jedis().exists(KEY)).isFalse();
    }

    @Test
    void takesThousandsOfFieldsAtOnce() {
        var many = new HashMap<String, byte[]>();
        for (var i = 0; i < 10_000; i++) {
            many.put("sha-" + i, text("value " + i));
        }

        hash.putAll(many);

        assertThat(hash.getAll(many.keySet())).hasSize(10_000);
        hash.retain(Set.of("sha-7"));
        assertThat(redis.jedis().hkeys(KEY)).containsExactly("sha-7");
    }

    @Test
    void saysThatAKeyOfTheWrongTypeCannotBeUsed() {
        redis.jedis().set(KEY, "not a hash");

        assertThatExceptionOfType(StateUnavailableException.class).isThrownBy(() -> hash.get("tree"));
        assertThatExceptionOfType(StateUnavailableException.class).isThrownBy(() -> hash.getAll(List.of("tree")));
        assertThatExceptionOfType(StateUnavailableException.class)
                .isThrownBy(() -> hash.putAll(Map.of("tree", text("x"))));
        assertThatExceptionOfType(StateUnavailableException.class).isThrownBy(() -> hash.retain(Set.of()));
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }
}
