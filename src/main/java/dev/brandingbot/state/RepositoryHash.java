package dev.brandingbot.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/**
 * What is kept of a branding repository, as fields of the Redis hash {@code branding:repository:{owner/name@branch}:cache}.
 * Guilds that share a repository share it. Safe for use by several threads; every method throws
 * {@link StateUnavailableException} when Redis fails.
 */
public final class RepositoryHash {
    private final RedisExecutor redis;
    private final byte[] key;

    /**
     * @param redis lent, never closed here
     * @param repository the repository's name, like {@code owner/name@branch}
     */
    public RepositoryHash(UnifiedJedis redis, String repository) {
        this.redis = new RedisExecutor(redis);
        this.key = bytes("branding:repository:{" + repository + "}:cache");
    }

    /** The value of a field. */
    public Optional<byte[]> get(String field) {
        return Optional.ofNullable(redis.execute(jedis -> jedis.hget(key, bytes(field))));
    }

    /** The values of those of {@code fields} that are there. */
    public Map<String, byte[]> getAll(Collection<String> fields) {
        var names = List.copyOf(fields);
        var found = new HashMap<String, byte[]>();
        if (!names.isEmpty()) {
            var values = redis.execute(jedis -> jedis.hmget(key, arrays(names))).iterator();
            names.forEach(name -> found.compute(name, (same, none) -> values.next()));
        }
        return found;
    }

    /** Sets fields, all at once. */
    public void putAll(Map<String, byte[]> fields) {
        if (!fields.isEmpty()) {
            var values = fields.entrySet().stream().collect(toMap(field -> bytes(field.getKey()), Map.Entry::getValue));
            redis.execute(jedis -> jedis.hset(key, values));
        }
    }

    /** Removes every field that is not in {@code fields}. */
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
        return names.stream().map(RepositoryHash::bytes).toArray(byte[][]::new);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
