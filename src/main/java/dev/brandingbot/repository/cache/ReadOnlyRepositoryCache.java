package dev.brandingbot.repository.cache;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A A view of a cache that ignores all writes.
 *
 * @param cache the cache to read
 */
public record ReadOnlyRepositoryCache(RepositoryCache cache) implements RepositoryCache {
    @Override
    public Optional<byte[]> get(String field) {
        return cache.get(field);
    }

    @Override
    public Map<String, byte[]> getAll(Collection<String> fields) {
        return cache.getAll(fields);
    }

    @Override
    public void putAll(Map<String, byte[]> fields) {
        // Nothing is written.
    }

    @Override
    public void retain(Collection<String> fields) {
        // Nothing is removed.
    }
}
