package dev.brandingbot.repository.source;

/** A source's response to a request for its tree. */
public sealed interface TreeResponse {
    /** The tree has not changed since the given ETag. */
    record NotModified() implements TreeResponse {}

    /**
     * The current tree.
     *
     * @param tree the tree
     */
    record Changed(RepositoryTree tree) implements TreeResponse {}
}
