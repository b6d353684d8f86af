package dev.brandingbot.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.UnifiedJedis;

/**
 * Thumbnails of a branding repository's images, in the Redis hash {@code branding:repository:{owner/name@branch}:thumbnails},
 * and in the sorted set {@code …:thumbnails:used} when each was used last. At most {@link #MAX_ENTRIES} are
 * kept: the least recently used ones are removed. Servers that use the same repository share them. Thread-safe; every method throws
 * {@link StateUnavailableException} if Redis fails.
 */
public final class RedisThumbnailCache {
    /** How many thumbnails are kept. */
    public static final int MAX_ENTRIES = 200;

    private final RedisExecutor redis;
    private final byte[] images;
    private final byte[] used;

    /**
     * @param redis not closed here
     * @param repository the repository's name, like {@code owner/name@branch}
     */
    public RedisThumbnailCache(UnifiedJedis redis, String repository) {
        this.redis = new RedisExecutor(redis);
        this.images = bytes("branding:repository:{" + repository + "}:thumbnails");
        this.used = bytes("branding:repository:{" + repository + "}:thumbnails:used");
    }

    /** Returns those of {@code names} that are cached, by name, and marks them as used at {@code now}. */
    public Map<String, byte[]> use(Collection<String> names, Instant now) {
        if (names.isEmpty()) {
            return Map.of();
        }
        var wanted = List.copyOf(names);
        var found = new HashMap<String, byte[]>();
        var values = redis.execute(jedis -> jedis.hmget(images, arrays(wanted))).iterator();
        wanted.forEach(name -> found.compute(name, (same, none) -> values.next()));
        touch(found.keySet(), now);
        return found;
    }

    /** Adds a thumbnail that is used at {@code now}, and removes the least recently used ones beyond the limit. */
    public void put(String name, byte[] image, Instant now) {
        redis.inTransaction(transaction -> {
            transaction.hset(images, bytes(name), image);
            transaction.zadd(used, score(now), bytes(name));
        });
        delete(redis.execute(jedis -> jedis.zrange(used, 0, -(MAX_ENTRIES + 1L))));
    }

    /** Removes all that are not in {@code names}. */
    public void retain(Collection<String> names) {
        var kept = new HashSet<>(names);
        delete(redis.execute(jedis -> jedis.hkeys(images)).stream()
                .filter(name -> !kept.contains(new String(name, UTF_8)))
                .toList());
    }

    private void touch(Collection<String> names, Instant now) {
        if (!names.isEmpty()) {
            redis.inTransaction(transaction -> names.forEach(name -> transaction.zadd(used, score(now), bytes(name))));
        }
    }

    private static double score(Instant moment) {
        return (double) moment.toEpochMilli();
    }

    private void delete(Collection<byte[]> names) {
        if (!names.isEmpty()) {
            var gone = names.toArray(byte[][]::new);
            redis.inTransaction(transaction -> {
                transaction.hdel(images, gone);
                transaction.zrem(used, gone);
            });
        }
    }

    private static byte[][] arrays(List<String> names) {
        return names.stream().map(RedisThumbnailCache::bytes).toArray(byte[][]::new);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
