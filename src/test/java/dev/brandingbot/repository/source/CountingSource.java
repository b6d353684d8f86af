package dev.brandingbot.repository.source;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A source that counts how often it reads each file. */
public final class CountingSource implements BrandingSource {
    private final BrandingSource source;
    private final Map<String, Integer> read = new TreeMap<>();

    public CountingSource(BrandingSource source) {
        this.source = source;
    }

    /** By path. */
    public Map<String, Integer> read() {
        return read;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public boolean isLocal() {
        return source.isLocal();
    }

    @Override
    public TreeResponse tree(Optional<String> etag) throws RepositoryUnavailableException {
        return tree(etag, (file, bytes) -> {});
    }

    @Override
    public TreeResponse tree(Optional<String> etag, BiConsumer<TreeEntry, byte[]> passing)
            throws RepositoryUnavailableException {
        return source.tree(etag, counting(passing));
    }

    @Override
    public byte[] blob(TreeEntry entry) throws RepositoryUnavailableException {
        read.merge(entry.path(), 1, Integer::sum);
        return source.blob(entry);
    }

    @Override
    public void blobs(Collection<TreeEntry> entries, BiConsumer<TreeEntry, byte[]> arrived)
            throws RepositoryUnavailableException {
        source.blobs(entries, counting(arrived));
    }

    private BiConsumer<TreeEntry, byte[]> counting(BiConsumer<TreeEntry, byte[]> next) {
        return (file, bytes) -> {
            read.merge(file.path(), 1, Integer::sum);
            next.accept(file, bytes);
        };
    }
}
