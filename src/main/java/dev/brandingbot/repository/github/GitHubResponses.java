package dev.brandingbot.repository.github;

import dev.brandingbot.repository.source.RepositoryTree;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Response;
import okio.Buffer;

/**
 * A response with the content tree.
 *
 * @param tree the tree
 * @param etag the tag for the next conditional request
 */
record GitHubResponses(TreeParser tree, Optional<String> etag) {
    /** GitHub truncates a tree at 7 MB. */
    private static final long MAX_TREE_BYTES = 16L << 20;

    private static final int NOT_MODIFIED = 304;

    /** Parses a response with the content tree; empty if the tree has not changed since the ETag that was sent. */
    static Optional<GitHubResponses> parseTree(Response response) throws IOException {
        if (response.code() == NOT_MODIFIED && response.request().header("If-None-Match") != null) {
            return Optional.empty();
        }
        var tree = TreeParser.read(readBody(response, MAX_TREE_BYTES), "", RepositoryTree::isRelevant);
        return Optional.of(new GitHubResponses(tree, Optional.ofNullable(response.header("ETag"))));
    }

    /**
     * Parses a response with part of the tree and keeps all entries.
     *
     * @param prefix the path of the folder, put before each entry's path
     */
    static TreeParser parseListing(Response response, String prefix) throws IOException {
        return TreeParser.read(readBody(response, MAX_TREE_BYTES), prefix, entry -> true);
    }

    /**
     * Reads a content body into memory.
     *
     * @throws IOException if the body cannot be read or has more than {@code maxBytes} bytes
     */
    static byte[] readBody(Response response, long maxBytes) throws IOException {
        var body = response.body().source();
        if (body.request(maxBytes + 1)) {
            throw new IOException("the response is longer than " + maxBytes + " bytes");
        }
        var content = new Buffer();
        content.writeAll(body);
        return content.readByteArray();
    }
}
