package dev.brandingbot.repository.github;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.brandingbot.repository.source.TreeEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A git tree from a response of GitHub. The JSON is parsed as a stream, because a repository may contain 100,000
 * unrelated files.
 *
 * @param sha the SHA of the tree itself
 * @param isTruncated whether GitHub left out entries because the tree is too large
 * @param entries the entries that {@code filter} accepted
 */
record TreeParser(String sha, boolean isTruncated, List<TreeEntry> entries) {
    private static final String NOT_A_TREE = "the response is not a git tree";
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}");

    /**
     * Parses a response.
     *
     * @param prefix put before each path
     * @param filter selects the entries to keep
     * @throws IOException if this is not a tree in GitHub's format
     */
    static TreeParser read(byte[] json, String prefix, Predicate<TreeEntry> filter) throws IOException {
        try (var parser = JSON.createParser(json)) {
            return read(parser, prefix, filter);
        } catch (JsonProcessingException e) {
            throw new IOException(NOT_A_TREE, e);
        }
    }

    private static TreeParser read(JsonParser parser, String prefix, Predicate<TreeEntry> filter) throws IOException {
        require(parser.nextToken() == JsonToken.START_OBJECT);
        var sha = "";
        var isTruncated = false;
        var hasTree = false;
        var entries = new ArrayList<TreeEntry>();
        for (var field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            var value = parser.nextToken();
            switch (field) {
                case "sha" -> sha = parser.getText();
                case "truncated" -> isTruncated = value == JsonToken.VALUE_TRUE;
                case "tree" -> {
                    hasTree = value == JsonToken.START_ARRAY;
                    readEntries(parser, prefix, filter, entries);
                }
                default -> parser.skipChildren();
            }
        }
        require(hasTree && parser.currentToken() == JsonToken.END_OBJECT && isSha(sha));
        return new TreeParser(sha, isTruncated, entries);
    }

    private static void readEntries(
            JsonParser parser, String prefix, Predicate<TreeEntry> filter, List<TreeEntry> entries) throws IOException {
        require(parser.currentToken() == JsonToken.START_ARRAY);
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            var entry = readEntry(parser, prefix);
            if (filter.test(entry)) {
                entries.add(entry);
            }
        }
        require(parser.currentToken() == JsonToken.END_ARRAY);
    }

    private static TreeEntry readEntry(JsonParser parser, String prefix) throws IOException {
        var path = "";
        var mode = "";
        var sha = "";
        var size = 0L;
        for (var field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            switch (field) {
                case "path" -> path = parser.getText();
                case "mode" -> mode = parser.getText();
                case "sha" -> sha = parser.getText();
                case "size" -> size = parser.getValueAsLong();
                default -> parser.skipChildren();
            }
        }
        require(parser.currentToken() == JsonToken.END_OBJECT && !path.isEmpty() && !mode.isEmpty() && isSha(sha));
        require(size >= 0);
        return new TreeEntry(prefix + path, mode, sha, size);
    }

    private static boolean isSha(String text) {
        return SHA.matcher(text).matches();
    }

    private static void require(boolean isValid) throws IOException {
        if (!isValid) {
            throw new IOException(NOT_A_TREE);
        }
    }
}
