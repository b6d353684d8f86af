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

/** The last 10,000 requests to a fake server, in order. Thread-safe. */
public final class RequestLog {
    private static final int MAX_REQUESTS = 10_000;
    private static final int MAX_STRING_LENGTH = 4_096;

    private final NavigableMap<Integer, LoggedRequest> requests = new TreeMap<>();
    private int last;
    private int cleared;

    /** Returns all requests in the log. */
    public synchronized List<LoggedRequest> all() {
        return List.copyOf(requests.values());
    }

    /** Returns the requests with this method whose whole path matches a regular expression. */
    public List<LoggedRequest> matching(String method, String pathPattern) {
        return matching(
                request -> request.method().equals(method) && request.path().matches(pathPattern));
    }

    /** Returns the requests that match a filter. */
    public List<LoggedRequest> matching(Predicate<? super LoggedRequest> filter) {
        return all().stream().filter(filter).toList();
    }

    /** Returns the number of requests since the start or the last {@link #clear}. */
    public synchronized int total() {
        return last - cleared;
    }

    /** Removes all requests and resets the count. */
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
        if (requests.size() > MAX_REQUESTS) {
            requests.pollFirstEntry();
        }
        return request;
    }

    synchronized void recordStatus(LoggedRequest request, int status) {
        requests.computeIfPresent(request.number(), (number, kept) -> kept.withStatus(status));
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
                                && field.getValue().textValue().length() > MAX_STRING_LENGTH)
                        .toList()
                        .forEach(field -> object.put(
                                field.getKey(), truncate(field.getValue().textValue())));
            }
        }
        return body;
    }

    private static String truncate(String text) {
        return text.substring(0, MAX_STRING_LENGTH) + "… (" + text.length() + " characters)";
    }
}
