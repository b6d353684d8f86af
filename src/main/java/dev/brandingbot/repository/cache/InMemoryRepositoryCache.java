package dev.brandingbot.repository.cache;

import static java.util.function.Function.identity;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A A cache in memory, for processes that fetch once, such as a command line. */
public final class InMemoryRepositoryCache implements RepositoryCache {
    private final Map<String, byte[]> fields = new ConcurrentHashMap<>();

    @Override
    public Optional<byte[]> get(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    @Override
    public Map<String, byte[]> getAll(Collection<String> wanted) {
        return wanted.stream().distinct().filter(fields::containsKey).collect(toMap(identity(), fields::get));
    }

    @Override
    public void putAll(Map<String, byte[]> changed) {
        fields.putAll(changed);
    }

    @Override
    public void retain(Collection<String> kept) {
        fields.keySet().removeIf(not(kept::contains));
    }
}
