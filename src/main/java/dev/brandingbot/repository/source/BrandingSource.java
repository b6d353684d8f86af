package dev.brandingbot.repository.source;

import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Where a branding repository's tree and files come from. Implementations are safe for use by several threads, retry what
 * may pass within a bound, and give only bytes that match their git SHA.
 */
public interface BrandingSource {
    /** The name of the repository: {@code owner/name@branch}, or the folder. */
    String name();

    /** Whether reading bytes costs no requests, so that all images are read and judged at once. */
    boolean isLocal();

    /**
     * Returns this source for one fetch, of which all requests together end within a time that counts from now. A source that needs
     * no network returns itself.
     */
    default BrandingSource forOneFetch() {
        return this;
    }

    /** Whether every request counts, because no more than some tens an hour are taken. */
    default boolean isRateLimited() {
        return false;
    }

    /** How many requests may be sent yet, as the last answer said; nothing where there is no such limit, or before an answer. */
    default Optional<RateLimitStatus> rateLimit() {
        return Optional.empty();
    }

    /** The address of a page that shows a file or a folder, for people; nothing where there is none. */
    default Optional<String> webUrl(String path) {
        return Optional.empty();
    }

    /**
     * Asks for the tree as it is now.
     *
     * @param etag the ETag of the last tree, where it is still known
     */
    TreeResponse tree(Optional<String> etag) throws RepositoryUnavailableException;

    /**
     * Asks for the tree as {@link #tree(Optional)} does, and hands over the files that had to be read for that, so that nobody reads
     * them again.
     *
     * @param passing takes each file as it is read, one after another
     */
    default TreeResponse tree(Optional<String> etag, BiConsumer<TreeEntry, byte[]> passing)
            throws RepositoryUnavailableException {
        return tree(etag);
    }

    /** How many files can be read at present, with some room left for others; what costs nothing has no end. */
    default long remainingReads() {
        return Long.MAX_VALUE;
    }

    /** Reads one file. */
    byte[] blob(TreeEntry entry) throws RepositoryUnavailableException;

    /**
     * Reads files, side by side where that is faster.
     *
     * @param entries the files
     * @param arrived takes each as soon as it is there, possibly in several threads at once and also when a later one
     *     fails
     */
    void blobs(Collection<TreeEntry> entries, BiConsumer<TreeEntry, byte[]> arrived)
            throws RepositoryUnavailableException;
}
