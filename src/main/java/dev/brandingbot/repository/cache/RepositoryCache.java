package dev.brandingbot.repository.cache;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of a branding repository between two looks and over a restart, as named fields. Losing it costs requests,
 * nothing else. Implementations are safe for use by several threads; an exception of theirs passes through.
 */
public interface RepositoryCache {
    /** The value of a field. */
    Optional<byte[]> get(String field);

    /** The values of those of {@code fields} that are there. */
    Map<String, byte[]> getAll(Collection<String> fields);

    /** Sets fields, all at once. */
    void putAll(Map<String, byte[]> fields);

    /** Removes every field that is not in {@code fields}. */
    void retain(Collection<String> fields);
}
