package dev.brandingbot.repository.source;

import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A source of a branding repository's tree and files. Implementations are thread-safe, retry transient failures a
 * bounded number of times, and return only content that matches its Git SHA.
 */
public interface BrandingSource {
    /** Returns the name of the repository: {@code owner/name@branch}, or the folder. */
    String name();

    /** Whether reading files costs no requests, so that each fetch checks all images. */
    boolean isLocal();

    /**
     * Returns a source for one fetch, whose requests share one timeout that starts now. A source that needs no network
     * returns itself.
     */
    default BrandingSource forOneFetch() {
        return this;
    }

    /** Whether the hourly limit is so low that callers should save requests. */
    default boolean isRateLimited() {
        return false;
    }

    /** Returns the rate limit from the last response; empty if there is no limit or no response yet. */
    default Optional<RateLimitStatus> rateLimit() {
        return Optional.empty();
    }

    /** Returns the URL of a web page that shows a file or folder; empty if there is none. */
    default Optional<String> webUrl(String path) {
        return Optional.empty();
    }

    /**
     * Fetches the current tree. Blocks.
     *
     * @param etag the ETag of the last tree, if it is known
     */
    TreeResponse tree(Optional<String> etag) throws RepositoryUnavailableException;

    /**
     * Fetches the tree as {@link #tree(Optional)} does, and passes on the files that had to be read for it, so that
     * they need not be read again.
     *
     * @param consumer receives each file as it is read, on the calling thread
     */
    default TreeResponse tree(Optional<String> etag, BiConsumer<TreeEntry, byte[]> consumer)
            throws RepositoryUnavailableException {
        return tree(etag);
    }

    /**
     * Returns how many files can be read now without exhausting the rate limit; {@link Long#MAX_VALUE} if there is
     * none.
     */
    default long remainingReads() {
        return Long.MAX_VALUE;
    }

    /** Reads one file. Blocks. */
    byte[] blob(TreeEntry entry) throws RepositoryUnavailableException;

    /**
     * Reads files, concurrently if that is faster. Blocks.
     *
     * @param entries the files
     * @param consumer receives each file when it is read, possibly on several threads, and even if a later file fails
     */
    void blobs(Collection<TreeEntry> entries, BiConsumer<TreeEntry, byte[]> consumer)
            throws RepositoryUnavailableException;
}
