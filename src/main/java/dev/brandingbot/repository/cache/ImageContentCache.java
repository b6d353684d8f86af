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

/** The results of image checks by SHA, in this process and in the {@link RepositoryContentCache}. Thread-safe. */
public final class ImageContentCache {
    private final RepositoryContentCache contentCache;
    private final Map<String, ImageMetadata> contents = new ConcurrentHashMap<>();
    private final AtomicBoolean isChanged = new AtomicBoolean();

    public ImageContentCache(RepositoryContentCache memory) {
        this.contentCache = memory;
    }

    /** Returns what this process knows about an image. */
    public Optional<ImageMetadata> cached(String sha) {
        return Optional.ofNullable(contents.get(sha));
    }

    /** Returns what this process or the cache knows about an image. May block on the cache. */
    public Optional<ImageMetadata> cachedOrLoaded(String sha) {
        return cached(sha).or(() -> loadFromCache(sha));
    }

    /** Loads one image from the cache, where another instance may have stored it. */
    private Optional<ImageMetadata> loadFromCache(String sha) {
        var loaded = Optional.ofNullable(contentCache.images(List.of(sha)).get(sha));
        loaded.ifPresent(content -> {
            contents.put(sha, content);
            isChanged.set(true);
        });
        return loaded;
    }

    /** Checks the content of an image and stores the result. */
    public ImageMetadata check(String sha, byte[] bytes) {
        var content = ImageMetadata.of(bytes);
        putAll(Map.of(sha, content));
        return content;
    }

    /** Stores results of image checks. */
    public void putAll(Map<String, ImageMetadata> checked) {
        var isNew = !contents.keySet().containsAll(checked.keySet());
        contents.putAll(checked);
        if (isNew) {
            // Before writing, so that the result counts even if the cache fails.
            isChanged.set(true);
            contentCache.putImages(checked);
        }
    }

    /** Returns those of {@code images} that this process has no result for. */
    public List<TreeEntry> unknownImages(List<TreeEntry> images) {
        return images.stream().filter(file -> !contents.containsKey(file.sha())).toList();
    }

    /** Loads what this process does not know from the cache. */
    public void load(Set<String> shas) {
        var loaded = contentCache.images(unknown(shas));
        if (!loaded.isEmpty()) {
            contents.putAll(loaded);
            isChanged.set(true);
        }
    }

    /** Removes all other images from this process. */
    public void retain(Set<String> shas) {
        contents.keySet().retainAll(shas);
    }

    /** Whether there are new results since {@link #resetChanged}. */
    public boolean isChanged() {
        return isChanged.get();
    }

    /** Clears {@link #isChanged}. */
    public void resetChanged() {
        isChanged.set(false);
    }

    private List<String> unknown(Collection<String> shas) {
        return shas.stream().filter(not(contents::containsKey)).toList();
    }
}
