package dev.brandingbot.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The last 10,000 requests that reached a stand-in, in the order in which they came. Safe for use by several threads. */
public final class RequestLog {
    private static final int KEPT = 10_000;
    private static final int LONGEST_TEXT = 4_096;

    private final NavigableMap<Integer, LoggedRequest> requests = new TreeMap<>();
    private int last;
    private int cleared;

    /** All requests that are kept. */
    public synchronized List<LoggedRequest> all() {
        return List.copyOf(requests.values());
    }

    /** The requests with this method whose path matches {@code pathPattern}, a regular expression, as a whole. */
    public List<LoggedRequest> matching(String method, String pathPattern) {
        return matching(
                request -> request.method().equals(method) && request.path().matches(pathPattern));
    }

    /** The requests that {@code which} accepts. */
    public List<LoggedRequest> matching(Predicate<? super LoggedRequest> which) {
        return all().stream().filter(which).toList();
    }

    /** How many requests came since the start or the last {@link #clear}. */
    public synchronized int total() {
        return last - cleared;
    }

    /** Forgets all requests and starts to count afresh. */
    public synchronized void clear() {
        requests.clear();
        cleared = last;
    }

    synchronized LoggedRequest add(
            String method, String path, String query, Map<String, String> headers, JsonNode body) {
        last++;
        var request =
                new LoggedRequest(last, method, path, query, headers, shortened(body.deepCopy()), OptionalInt.empty());
        requests.put(last, request);
        if (requests.size() > KEPT) {
            requests.pollFirstEntry();
        }
        return request;
    }

    synchronized void answered(LoggedRequest request, int status) {
        requests.computeIfPresent(request.number(), (number, kept) -> kept.answered(status));
    }

    private static JsonNode shortened(JsonNode body) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(body);
        while (!open.isEmpty()) {
            var node = open.pop();
            node.forEach(open::push);
            if (node instanceof ObjectNode object) {
                object.properties().stream()
                        .filter(field -> field.getValue().isTextual()
                                && field.getValue().textValue().length() > LONGEST_TEXT)
                        .toList()
                        .forEach(field ->
                                object.put(field.getKey(), cut(field.getValue().textValue())));
            }
        }
        return body;
    }

    private static String cut(String text) {
        return text.substring(0, LONGEST_TEXT) + "… (" + text.length() + " characters)";
    }
}
