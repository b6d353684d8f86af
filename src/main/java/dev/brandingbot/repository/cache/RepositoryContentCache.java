package dev.brandingbot.repository.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brandingbot.image.format.ImageMetadata;
import dev.brandingbot.repository.source.GitBlobHash;
import dev.brandingbot.repository.source.RepositoryTree;
import dev.brandingbot.repository.source.TreeEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Stores typed content in a {@link RepositoryCache}: the last tree and its ETag in one field, and by SHA each
 * {@code meta.md} and the properties of each image. Unreadable content counts as missing.
 */
public final class RepositoryContentCache {
    private static final String TREE = "tree";

    /** A random value that every change replaces, so that readers notice changes. */
    private static final String VERSION = "version";

    private static final String META = "meta:";
    private static final String IMAGE = "image:";

    private final RepositoryCache cache;

    public RepositoryContentCache(RepositoryCache cache) {
        this.cache = cache;
    }

    /** Loaded only when a tree is stored or read, because Jackson is slow to load. */
    private record StoredTree(String etag, List<TreeEntry> entries) {
        static final JsonMapper JSON = JsonMapper.builder()
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
    }

    /** Returns a value that differs after every change by any instance; empty before the first one. */
    public Optional<String> version() {
        return cache.get(VERSION).map(bytes -> new String(bytes, UTF_8));
    }

    /**
     * Returns {@link #tree}, and adds a version if an earlier release of the bot wrote the cache. For the first fetch.
     */
    public Optional<RepositoryTree> initialTree() {
        var tree = tree();
        if (tree.isPresent() && version().isEmpty()) {
            put(Map.of());
        }
        return tree;
    }

    private void put(Map<String, byte[]> fields) {
        var changed = new HashMap<>(fields);
        changed.put(VERSION, UUID.randomUUID().toString().getBytes(UTF_8));
        cache.putAll(changed);
    }

    /** Returns the last tree that had an ETag. */
    public Optional<RepositoryTree> tree() {
        return cache.get(TREE).flatMap(json -> {
            try {
                var stored = StoredTree.JSON.readValue(json, StoredTree.class);
                return Optional.of(new RepositoryTree(stored.entries(), Optional.of(stored.etag())));
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    /** Stores a tree if it has an ETag. */
    public void putTree(RepositoryTree tree) {
        tree.etag().ifPresent(etag -> {
            try {
                put(Map.of(TREE, StoredTree.JSON.writeValueAsBytes(new StoredTree(etag, tree.entries()))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Returns the stored {@code meta.md} files by SHA. */
    public Map<String, byte[]> metas(Collection<String> shas) {
        var metas = new HashMap<String, byte[]>();
        valuesOf(META, shas).forEach((sha, bytes) -> {
            if (GitBlobHash.of(bytes).equals(sha)) {
                metas.put(sha, bytes);
            }
        });
        return metas;
    }

    /** Stores a {@code meta.md}. */
    public void putMeta(String sha, byte[] bytes) {
        put(Map.of(META + sha, bytes));
    }

    /** Returns the stored properties of images by SHA. */
    public Map<String, ImageMetadata> images(Collection<String> shas) {
        var images = new HashMap<String, ImageMetadata>();
        valuesOf(IMAGE, shas)
                .forEach((sha, text) ->
                        ImageMetadata.parse(new String(text, UTF_8)).ifPresent(content -> images.put(sha, content)));
        return images;
    }

    /** Stores the properties of images by SHA. */
    void putImages(Map<String, ImageMetadata> contents) {
        var fields = new HashMap<String, byte[]>();
        contents.forEach(
                (sha, content) -> fields.put(IMAGE + sha, content.asText().getBytes(UTF_8)));
        if (!fields.isEmpty()) {
            put(fields);
        }
    }

    /** Removes everything except the tree and the content for these SHAs. */
    public void retain(Set<String> metas, Set<String> images) {
        var fields = new HashSet<String>();
        fields.add(TREE);
        fields.add(VERSION);
        metas.forEach(sha -> fields.add(META + sha));
        images.forEach(sha -> fields.add(IMAGE + sha));
        cache.retain(fields);
    }

    private Map<String, byte[]> valuesOf(String prefix, Collection<String> shas) {
        if (shas.isEmpty()) {
            return Map.of();
        }
        var values = new HashMap<String, byte[]>();
        cache.getAll(shas.stream().map(prefix::concat).collect(toSet()))
                .forEach((field, value) -> values.put(field.substring(prefix.length()), value));
        return values;
    }
}
