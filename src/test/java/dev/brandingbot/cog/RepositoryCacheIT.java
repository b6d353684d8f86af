package dev.brandingbot.cog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.repository.cache.ReadOnlyRepositoryCache;
import dev.brandingbot.state.RedisRepositoryCache;
import dev.brandingbot.testing.RedisExtension;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RepositoryCacheIT {
    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    @Test
    void keepsFieldsInTheHashOfTheRepository() {
        var cache = cache();

        cache.putAll(Map.of("a", text("1"), "b", text("2"), "c", text("3")));
        cache.retain(Set.of("a", "b"));

        assertThat(cache.get("a")).contains(text("1"));
        assertThat(cache.getAll(List.of("b", "c"))).containsOnlyKeys("b");
    }

    @Test
    void writesNothingWhenItIsReadOnly() {
        var cache = cache();
        cache.putAll(Map.of("a", text("1")));
        var readOnly = new ReadOnlyRepositoryCache(cache);

        readOnly.putAll(Map.of("a", text("2"), "b", text("2")));
        readOnly.retain(Set.of());

        assertThat(readOnly.get("a")).contains(text("1"));
        assertThat(readOnly.getAll(List.of("a", "b"))).containsOnlyKeys("a");
        assertThat(cache.getAll(List.of("a", "b"))).containsOnlyKeys("a");
    }

    private RedisRepositoryCache cache() {
        return new RedisRepositoryCache(redis.jedis(), "owner/name@main");
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }
}
