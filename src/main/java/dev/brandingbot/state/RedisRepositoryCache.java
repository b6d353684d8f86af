package dev.brandingbot.state;

import dev.brandingbot.repository.cache.RepositoryCache;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The repository's cache in Redis: joins two packages that know nothing of each other.
 *
 * @param hash where it is
 */
public record RedisRepositoryCache(RepositoryHash hash) implements RepositoryCache {
    @Override
    public Optional<byte[]> get(String field) {
        return hash.get(field);
    }

    @Override
    public Map<String, byte[]> getAll(Collection<String> fields) {
        return hash.getAll(fields);
    }

    @Override
    public void putAll(Map<String, byte[]> fields) {
        hash.putAll(fields);
    }

    @Override
    public void retain(Collection<String> fields) {
        hash.retain(fields);
    }
}
