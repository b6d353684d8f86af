package dev.brandingbot.repository.cache;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps content of a branding repository as named fields, between fetches and across restarts. If it is lost,
 * everything is fetched again. Implementations are thread-safe; their exceptions are passed on to the caller.
 */
public interface RepositoryCache {
    /** Returns the value of a field; empty if it is missing. */
    Optional<byte[]> get(String field);

    /** Returns the values of the fields that exist. */
    Map<String, byte[]> getAll(Collection<String> fields);

    /** Sets fields atomically. */
    void putAll(Map<String, byte[]> fields);

    /** Removes every field that is not in {@code fields}. */
    void retain(Collection<String> fields);
}
