package dev.brandingbot.repository.cache;

import dev.brandingbot.image.format.ImageMetadata;
import dev.brandingbot.repository.meta.MetaFile;
import dev.brandingbot.repository.source.TreeEntry;
import dev.brandingbot.repository.validation.EventFolder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Keeps of the files that a source reads for its tree what will be asked for: each {@code meta.md}, and what images are. */
public final class NoFileCache implements BiConsumer<TreeEntry, byte[]> {
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

    /** Remembers them. */
    public void remember(RepositoryContentCache memory, ImageContentCache judged) {
        metas.forEach(memory::putMeta);
        judged.putAll(images);
    }
}
