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
 * GitHub's answer about a git tree. It is read as a stream, because a repository may hold 100,000 files that are none of
 * this program's business.
 *
 * @param sha the SHA of the tree itself
 * @param isTruncated whether there is more than GitHub sends at once
 * @param entries the entries that were asked for
 */
record TreeParser(String sha, boolean isTruncated, List<TreeEntry> entries) {
    private static final String NO_TREE = "its answer is not a git tree";
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}");

    /**
     * Reads an answer.
     *
     * @param prefix put before each path
     * @param wanted which entries to keep
     * @throws IOException when this is not a tree as GitHub sends it
     */
    static TreeParser read(byte[] json, String prefix, Predicate<TreeEntry> wanted) throws IOException {
        try (var parser = JSON.createParser(json)) {
            return read(parser, prefix, wanted);
        } catch (JsonProcessingException e) {
            throw new IOException(NO_TREE, e);
        }
    }

    private static TreeParser read(JsonParser parser, String prefix, Predicate<TreeEntry> wanted) throws IOException {
        expect(parser.nextToken() == JsonToken.START_OBJECT);
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
                    readEntries(parser, prefix, wanted, entries);
                }
                default -> parser.skipChildren();
            }
        }
        expect(hasTree && parser.currentToken() == JsonToken.END_OBJECT && isSha(sha));
        return new TreeParser(sha, isTruncated, entries);
    }

    private static void readEntries(
            JsonParser parser, String prefix, Predicate<TreeEntry> wanted, List<TreeEntry> entries) throws IOException {
        expect(parser.currentToken() == JsonToken.START_ARRAY);
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            var entry = readEntry(parser, prefix);
            if (wanted.test(entry)) {
                entries.add(entry);
            }
        }
        expect(parser.currentToken() == JsonToken.END_ARRAY);
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
        expect(parser.currentToken() == JsonToken.END_OBJECT && !path.isEmpty() && !mode.isEmpty() && isSha(sha));
        expect(size >= 0);
        return new TreeEntry(prefix + path, mode, sha, size);
    }

    private static boolean isSha(String text) {
        return SHA.matcher(text).matches();
    }

    private static void expect(boolean isAsExpected) throws IOException {
        if (!isAsExpected) {
            throw new IOException(NO_TREE);
        }
    }
}
