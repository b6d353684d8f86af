package dev.brandingbot.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import dev.brandingbot.repository.cache.RepositoryCache;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/**
 * The cache of a branding repository in the Redis hash {@code branding:repository:{owner/name@branch}:cache}. Servers that use the
 * same repository share it. Thread-safe; every method throws {@link StateUnavailableException} if Redis fails.
 */
public final class RedisRepositoryCache implements RepositoryCache {
    private final RedisExecutor redis;
    private final byte[] key;

    /**
     * Creates the cache of a repository. Sends no command.
     *
     * @param redis not closed here
     * @param repository the repository's name, like {@code owner/name@branch}
     */
    public RedisRepositoryCache(UnifiedJedis redis, String repository) {
        this.redis = new RedisExecutor(redis);
        this.key = bytes("branding:repository:{" + repository + "}:cache");
    }

    @Override
    public Optional<byte[]> get(String field) {
        return Optional.ofNullable(redis.execute(jedis -> jedis.hget(key, bytes(field))));
    }

    @Override
    public Map<String, byte[]> getAll(Collection<String> fields) {
        var names = List.copyOf(fields);
        var found = new HashMap<String, byte[]>();
        if (!names.isEmpty()) {
            var values = redis.execute(jedis -> jedis.hmget(key, arrays(names))).iterator();
            names.forEach(name -> found.compute(name, (same, none) -> values.next()));
        }
        return found;
    }

    @Override
    public void putAll(Map<String, byte[]> fields) {
        if (!fields.isEmpty()) {
            var values = fields.entrySet().stream().collect(toMap(field -> bytes(field.getKey()), Map.Entry::getValue));
            redis.execute(jedis -> jedis.hset(key, values));
        }
    }

    @Override
    public void retain(Collection<String> fields) {
        var kept = new HashSet<>(fields);
        var gone = redis.execute(jedis -> jedis.hkeys(key)).stream()
                .map(field -> new String(field, UTF_8))
                .filter(field -> !kept.contains(field))
                .toList();
        if (!gone.isEmpty()) {
            redis.execute(jedis -> jedis.hdel(key, arrays(gone)));
        }
    }

    private static byte[][] arrays(List<String> names) {
        return names.stream().map(RedisRepositoryCache::bytes).toArray(byte[][]::new);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
