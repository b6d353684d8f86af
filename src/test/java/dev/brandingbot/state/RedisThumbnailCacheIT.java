package dev.brandingbot.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.testing.RedisExtension;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisThumbnailCacheIT {
    private static final String KEY = "branding:repository:{owner/name@main}:thumbnails";
    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");

    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    private RedisThumbnailCache thumbnails;

    @BeforeEach
    void open() {
        thumbnails = new RedisThumbnailCache(redis.jedis(), "owner/name@main");
    }

    @Test
    void givesBackWhatItKeepsAndNothingElse() {
        thumbnails.put("icon:a", text("A"), NOON);
        thumbnails.put("icon:none", new byte[0], NOON);

        var found = thumbnails.use(List.of("icon:a", "icon:b", "icon:none"), NOON);

        assertThat(found).containsOnlyKeys("icon:a", "icon:none");
        assertThat(found.get("icon:a")).asString(UTF_8).isEqualTo("A");
        assertThat(found.get("icon:none")).isEmpty();
        assertThat(redis.jedis().keys("*")).containsExactlyInAnyOrder(KEY, KEY + ":used");
    }

    @Test
    void forgetsThoseUsedLongestAgo() {
        IntStream.range(0, RedisThumbnailCache.MAX_ENTRIES)
                .forEach(i -> thumbnails.put("icon:" + i, text("x"), NOON.plusSeconds(i)));
        thumbnails.use(List.of("icon:0", "icon:2"), NOON.plusSeconds(1_000));

        thumbnails.put("icon:new", text("x"), NOON.plusSeconds(2_000));
        thumbnails.put("icon:newer", text("x"), NOON.plusSeconds(3_000));

        assertThat(redis.jedis().hlen(KEY)).isEqualTo(RedisThumbnailCache.MAX_ENTRIES);
        assertThat(redis.jedis().zcard(KEY + ":used")).isEqualTo(RedisThumbnailCache.MAX_ENTRIES);
        assertThat(thumbnails.use(List.of("icon:0", "icon:1", "icon:2", "icon:3", "icon:4"), NOON))
                .containsOnlyKeys("icon:0", "icon:2", "icon:4");
    }

    @Test
    void forgetsWhatTheRepositoryDoesNotHaveAnyMore() {
        thumbnails.put("icon:a", text("A"), NOON);
        thumbnails.put("icon:b", text("B"), NOON);

        thumbnails.retain(Set.of("icon:b", "icon:c"));

        assertThat(redis.jedis().hkeys(KEY)).containsExactly("icon:b");
        assertThat(redis.jedis().zrange(KEY + ":used", 0, -1)).containsExactly("icon:b");
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }
}
