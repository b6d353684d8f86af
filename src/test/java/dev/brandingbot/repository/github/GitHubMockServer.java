package dev.brandingbot.repository.github;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.repository.BrandingFiles;
import dev.brandingbot.repository.source.GitBlobHash;
import dev.brandingbot.repository.source.TreeEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.Buffer;

/** A local HTTP server that answers as GitHub does for one repository, with configurable faults. */
public final class GitHubMockServer extends Dispatcher implements AutoCloseable {
    private static final String REPOSITORY = "/repos/owner/branding/git/";

    private final MockWebServer server = new MockWebServer();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final Queue<Function<RecordedRequest, Optional<MockResponse>>> faults = new ArrayDeque<>();
    private final Set<String> truncatedFolders = ConcurrentHashMap.newKeySet();
    private final AtomicInteger notModifiedCount = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger maxRunning = new AtomicInteger();
    private volatile Function<RecordedRequest, Optional<MockResponse>> permanentFault = request -> Optional.empty();
    private volatile BrandingFiles files;
    private volatile String validToken = "";
    private volatile int setRemainingRequests = 60;
    private volatile Optional<AtomicInteger> remainingRequests = Optional.empty();
    private volatile Instant reset = Instant.now();
    private volatile CountDownLatch concurrentBlobs = new CountDownLatch(0);

    public GitHubMockServer(BrandingFiles files) throws IOException {
        this.files = files;
        server.setDispatcher(this);
        server.start();
    }

    public HttpUrl url() {
        return server.url("/");
    }

    /** Replaces the content of the repository. */
    void push(BrandingFiles pushed) {
        files = pushed;
    }

    /** Rejects every other token. Requests without a token are accepted. */
    void acceptToken(String token) {
        validToken = token;
    }

    /** Sets the hourly limit that responses report. */
    void setHourlyLimit(int requestsPerHour) {
        setRemainingRequests = requestsPerHour;
    }

    /** Reports the number of remaining requests in each response, starting from {@code remaining}. */
    void setRemainingRequests(int remaining) {
        reset = reset.plusSeconds(3_600);
        remainingRequests = Optional.of(new AtomicInteger(remaining));
    }

    /** Truncates recursive responses for a folder; the empty path is the root. */
    void truncate(String folder) {
        truncatedFolders.add(files.folderSha(folder));
    }

    /** Sets the response to the next request. */
    void failNext(MockResponse response) {
        failNext(request -> true, response);
    }

    /** Sets the response to the next request for a blob. */
    void failNextBlob(MockResponse response) {
        failNext(GitHubMockServer::isBlob, response);
    }

    /** Sets the response to every request for a blob, except for the next {@code successes} ones. */
    void failBlobsAfter(int successes, MockResponse response) {
        var remaining = new AtomicInteger(successes);
        permanentFault = request ->
                isBlob(request) && remaining.getAndDecrement() <= 0 ? Optional.of(response) : Optional.empty();
    }

    /** Sets the response to every request. */
    void failAlways(MockResponse response) {
        permanentFault = request -> Optional.of(response);
    }

    /** Removes all faults. */
    synchronized void stopFailing() {
        faults.clear();
        permanentFault = request -> Optional.empty();
    }

    private synchronized void failNext(Predicate<RecordedRequest> matches, MockResponse response) {
        faults.add(request -> matches.test(request) ? Optional.of(response) : Optional.empty());
    }

    /** Returns all requests so far. */
    List<RecordedRequest> requests() {
        return requests;
    }

    /** Returns the targets of the requests since the last call, and removes them. */
    public List<String> drainTargets() {
        var targets = requests.stream().map(RecordedRequest::getTarget).toList();
        requests.clear();
        return targets;
    }

    /** Delays the first requests for blobs until there are {@code count} concurrent ones, for a second at most. */
    void delayUntilConcurrentBlobs(int count) {
        concurrentBlobs = new CountDownLatch(count);
    }

    /** Returns the number of responses with status 304. */
    int notModifiedCount() {
        return notModifiedCount.get();
    }

    /** Returns the maximum number of concurrent requests so far. */
    int maxConcurrentRequests() {
        return maxRunning.get();
    }

    static boolean isBlob(RecordedRequest request) {
        return request.getTarget().contains("/git/blobs/");
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        requests.add(request);
        maxRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            if (isBlob(request)) {
                concurrentBlobs.countDown();
                concurrentBlobs.await(1, TimeUnit.SECONDS);
            }
            return withRateLimit(fault(request).orElseGet(() -> respond(request)));
        } finally {
            running.decrementAndGet();
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private MockResponse withRateLimit(MockResponse response) {
        return remainingRequests
                .map(remaining -> response.newBuilder()
                        .setHeader("x-ratelimit-remaining", remaining.decrementAndGet())
                        .setHeader("x-ratelimit-limit", 60)
                        .setHeader("x-ratelimit-reset", reset.getEpochSecond())
                        .build())
                .orElse(response);
    }

    private synchronized Optional<MockResponse> fault(RecordedRequest request) {
        var fault = Optional.ofNullable(faults.peek()).flatMap(it -> it.apply(request));
        fault.ifPresent(response -> faults.remove());
        return fault.or(() -> permanentFault.apply(request));
    }

    private MockResponse respond(RecordedRequest request) {
        var authorization = Optional.ofNullable(request.getHeaders().get("Authorization"));
        if (authorization.isPresent() && !authorization.get().equals("Bearer " + validToken)) {
            return error(401, "Bad credentials").build();
        }
        var path = request.getUrl().encodedPath();
        if (path.startsWith(REPOSITORY + "trees/")) {
            return tree(request, path.substring((REPOSITORY + "trees/").length()), authorization);
        }
        if (path.startsWith(REPOSITORY + "blobs/")) {
            return blob(path.substring((REPOSITORY + "blobs/").length()));
        }
        return error(404, "Not Found").build();
    }

    private MockResponse tree(RecordedRequest request, String ref, Optional<String> authorization) {
        var folder = folder(ref);
        if (folder.isEmpty()) {
            return error(404, "Not Found").build();
        }
        var etag = "W/\"" + files.folderSha(folder.get()) + authorization.hashCode() + "\"";
        if (etag.equals(request.getHeaders().get("If-None-Match"))) {
            notModifiedCount.incrementAndGet();
            return new MockResponse.Builder().code(304).build();
        }
        var isRecursive = request.getUrl().queryParameter("recursive") != null;
        return new MockResponse.Builder()
                .setHeader("ETag", etag)
                .setHeader("x-ratelimit-limit", setRemainingRequests)
                .setHeader("Content-Type", "application/json; charset=utf-8")
                .body(treeJson(folder.get(), isRecursive))
                .build();
    }

    private Optional<String> folder(String ref) {
        if (ref.equals("main") || ref.equals(files.folderSha(""))) {
            return Optional.of("");
        }
        return files.entries().stream()
                .filter(entry -> entry.isFolder() && entry.sha().equals(ref))
                .map(TreeEntry::path)
                .findFirst();
    }

    private String treeJson(String folder, boolean isRecursive) {
        var sha = files.folderSha(folder);
        var isTruncated = isRecursive && truncatedFolders.contains(sha);
        var prefix = folder.isEmpty() ? "" : folder + "/";
        var entries = files.entries().stream()
                .filter(entry -> entry.path().startsWith(prefix))
                .filter(entry -> isRecursive || entry.path().indexOf('/', prefix.length()) < 0)
                .limit(isTruncated ? 1 : Integer.MAX_VALUE)
                .map(entry -> entryJson(entry, entry.path().substring(prefix.length())))
                .collect(joining(","));
        return "{\"sha\":\"" + sha + "\",\"url\":\"-\",\"tree\":[" + entries + "],\"truncated\":" + isTruncated + "}";
    }

    private static String entryJson(TreeEntry entry, String path) {
        var type = entry.isFolder() ? "tree" : "blob";
        return "{\"path\":\"%s\",\"mode\":\"%s\",\"type\":\"%s\",\"sha\":\"%s\",\"size\":%d,\"url\":\"-\"}"
                .formatted(path, entry.mode(), type, entry.sha(), entry.size());
    }

    private MockResponse blob(String sha) {
        return files.all().values().stream()
                .filter(bytes -> GitBlobHash.of(bytes).equals(sha))
                .findFirst()
                .map(bytes -> new MockResponse.Builder()
                        .body(new Buffer().write(bytes))
                        .build())
                .orElseGet(() -> error(404, "Not Found").build());
    }

    static MockResponse.Builder error(int status, String message) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json; charset=utf-8")
                .body("{\"message\":\"" + message + "\"}");
    }
}
