package dev.brandingbot.repository.github;

import dev.brandingbot.repository.source.RepositoryTree;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Response;
import okio.Buffer;

/**
 * GitHub's answer about the whole tree.
 *
 * @param tree the tree
 * @param etag by which the same tree is recognised the next time
 */
record GitHubResponses(TreeParser tree, Optional<String> etag) {
    /** GitHub itself cuts a tree at 7 MB. */
    private static final long MAX_TREE_BYTES = 16L << 20;

    private static final int NOT_MODIFIED = 304;

    /** Reads the answer about the whole tree; nothing when it has not changed since the one whose ETag was sent. */
    static Optional<GitHubResponses> recursive(Response response) throws IOException {
        if (response.code() == NOT_MODIFIED && response.request().header("If-None-Match") != null) {
            return Optional.empty();
        }
        var tree = TreeParser.read(bytes(response, MAX_TREE_BYTES), "", RepositoryTree::isRelevant);
        return Optional.of(new GitHubResponses(tree, Optional.ofNullable(response.header("ETag"))));
    }

    /** Reads the answer about a part of the tree, with all its entries. */
    static TreeParser listing(Response response, String prefix) throws IOException {
        return TreeParser.read(bytes(response, MAX_TREE_BYTES), prefix, entry -> true);
    }

    /**
     * Reads a body to its end.
     *
     * @throws IOException also when it has more than {@code atMost} bytes
     */
    static byte[] bytes(Response response, long atMost) throws IOException {
        var body = response.body().source();
        if (body.request(atMost + 1)) {
            throw new IOException("its answer is longer than " + atMost + " bytes");
        }
        var whole = new Buffer();
        whole.writeAll(body);
        return whole.readByteArray();
    }
}
