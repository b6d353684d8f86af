package dev.brandingbot.repository.cache;

import static java.util.function.Predicate.not;

import dev.brandingbot.image.format.ImageMetadata;
import dev.brandingbot.repository.source.TreeEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What is known of the bytes of images, by SHA: from this process, and from the cache. Safe for use by several threads.
 */
public final class ImageContentCache {
    private final RepositoryContentCache memory;
    private final Map<String, ImageMetadata> contents = new ConcurrentHashMap<>();
    private final AtomicBoolean isChanged = new AtomicBoolean();

    public ImageContentCache(RepositoryContentCache memory) {
        this.memory = memory;
    }

    /** What this process knows. */
    public Optional<ImageMetadata> cached(String sha) {
        return Optional.ofNullable(contents.get(sha));
    }

    /** What this process or the cache knows. */
    public Optional<ImageMetadata> remembered(String sha) {
        return cached(sha).or(() -> recalled(sha));
    }

    /** What the cache knows, perhaps from another instance of the bot. */
    private Optional<ImageMetadata> recalled(String sha) {
        var recalled = Optional.ofNullable(memory.images(List.of(sha)).get(sha));
        recalled.ifPresent(content -> {
            contents.put(sha, content);
            isChanged.set(true);
        });
        return recalled;
    }

    /** Looks at bytes, and remembers what they are. */
    public ImageMetadata check(String sha, byte[] bytes) {
        var content = ImageMetadata.of(bytes);
        putAll(Map.of(sha, content));
        return content;
    }

    /** Remembers what images are. */
    public void putAll(Map<String, ImageMetadata> judged) {
        var isNew = !contents.keySet().containsAll(judged.keySet());
        contents.putAll(judged);
        if (isNew) {
            // First, because the cache may fail: what is known counts all the same.
            isChanged.set(true);
            memory.putImages(judged);
        }
    }

    /** Of these images, those whose content is not known in this process. */
    public List<TreeEntry> unjudged(List<TreeEntry> images) {
        return images.stream()
                .filter(file -> !contents.containsKey(file.sha()))
                .toList();
    }

    /** Asks the cache for what this process does not know. */
    public void load(Set<String> shas) {
        var recalled = memory.images(unknown(shas));
        if (!recalled.isEmpty()) {
            contents.putAll(recalled);
            isChanged.set(true);
        }
    }

    /** Forgets all others in this process. */
    public void keepOnly(Set<String> shas) {
        contents.keySet().retainAll(shas);
    }

    /** Whether something has become known since {@link #reset}. */
    public boolean isChanged() {
        return isChanged.get();
    }

    /** Says that what is known now was taken into account. */
    public void reset() {
        isChanged.set(false);
    }

    private List<String> unknown(Collection<String> shas) {
        return shas.stream().filter(not(contents::containsKey)).toList();
    }
}
