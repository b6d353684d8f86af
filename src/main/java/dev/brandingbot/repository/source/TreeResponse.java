package dev.brandingbot.repository.source;

/** What a source answers when it is asked for its tree. */
public sealed interface TreeResponse {
    /** The tree is still the one whose ETag was given. */
    record NotModified() implements TreeResponse {}

    /**
     * The tree as it is now.
     *
     * @param tree the tree
     */
    record Changed(RepositoryTree tree) implements TreeResponse {}
}
