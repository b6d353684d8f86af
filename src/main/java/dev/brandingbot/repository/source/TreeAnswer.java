package dev.brandingbot.repository.source;

/** What a source answers when it is asked for its tree. */
public sealed interface TreeAnswer {
    /** The tree is still the one whose ETag was given. */
    record Unchanged() implements TreeAnswer {}

    /**
     * The tree as it is now.
     *
     * @param tree the tree
     */
    record Changed(Tree tree) implements TreeAnswer {}
}
