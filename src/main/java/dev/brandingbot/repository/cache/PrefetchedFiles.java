package dev.brandingbot.repository.cache;

import dev.brandingbot.image.format.ImageMetadata;
import dev.brandingbot.repository.meta.MetaFile;
import dev.brandingbot.repository.source.TreeEntry;
import dev.brandingbot.repository.validation.EventFolder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The files that a source read while it listed its tree: each {@code meta.md}, and the properties of images. Not
 * thread-safe.
 */
public final class PrefetchedFiles implements BiConsumer<TreeEntry, byte[]> {
    private final Map<String, byte[]> metas = new HashMap<>();
    private final Map<String, ImageMetadata> images = new HashMap<>();

    @Override
    public void accept(TreeEntry file, byte[] bytes) {
        if (EventFolder.isAsset(file)) {
            images.put(file.sha(), ImageMetadata.of(bytes));
        } else if (file.name().equals(MetaFile.NAME) && file.size() <= MetaFile.MAX_BYTES) {
            metas.put(file.sha(), bytes);
        }
    }

    /** Stores them in the caches. */
    public void storeIn(RepositoryContentCache contentCache, ImageContentCache imageCache) {
        metas.forEach(contentCache::putMeta);
        imageCache.putAll(images);
    }
}
