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

/** GitHub's answers about one repository, over HTTP on this machine. Faults that are set come first. */
public final class GitHubMockServer extends Dispatcher implements AutoCloseable {
    private static final String REPOSITORY = "/repos/owner/branding/git/";

    private final MockWebServer server = new MockWebServer();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final Queue<Function<RecordedRequest, Optional<MockResponse>>> faults = new ArrayDeque<>();
    private final Set<String> truncated = ConcurrentHashMap.newKeySet();
    private final AtomicInteger notModified = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();
    private volatile Function<RecordedRequest, Optional<MockResponse>> lasting = request -> Optional.empty();
    private volatile BrandingFiles files;
    private volatile String validToken = "";
    private volatile int limit = 60;
    private volatile Optional<AtomicInteger> requestsLeft = Optional.empty();
    private volatile Instant reset = Instant.now();
    private volatile CountDownLatch gathering = new CountDownLatch(0);

    public GitHubMockServer(BrandingFiles files) throws IOException {
        this.files = files;
        server.setDispatcher(this);
        server.start();
    }

    public HttpUrl url() {
        return server.url("/");
    }

    /** Replaces what the repository holds. */
    void push(BrandingFiles pushed) {
        files = pushed;
    }

    /** Lets only this token through; a request without any is let through too. */
    void acceptToken(String token) {
        validToken = token;
    }

    /** Says that it takes so many requests an hour. */
    void allow(int requestsAnHour) {
        limit = requestsAnHour;
    }

    /** Says with every answer how many requests are left, of so many. */
    void limit(int left) {
        reset = reset.plusSeconds(3_600);
        requestsLeft = Optional.of(new AtomicInteger(left));
    }

    /** Sends only part of what is below this folder, the root being the empty path. */
    void truncate(String folder) {
        truncated.add(files.folderSha(folder));
    }

    /** Answers the next request like this. */
    void failNext(MockResponse response) {
        failNext(request -> true, response);
    }

    /** Answers the next request for a blob like this. */
    void failNextBlob(MockResponse response) {
        failNext(GitHubMockServer::isBlob, response);
    }

    /** Answers every request for a blob like this, after the next {@code sound} ones. */
    void failBlobsAfter(int sound, MockResponse response) {
        var left = new AtomicInteger(sound);
        lasting = request -> isBlob(request) && left.getAndDecrement() <= 0 ? Optional.of(response) : Optional.empty();
    }

    /** Answers every request like this. */
    void failAlways(MockResponse response) {
        lasting = request -> Optional.of(response);
    }

    /** Ends all faults. */
    synchronized void heal() {
        faults.clear();
        lasting = request -> Optional.empty();
    }

    private synchronized void failNext(Predicate<RecordedRequest> isMeant, MockResponse response) {
        faults.add(request -> isMeant.test(request) ? Optional.of(response) : Optional.empty());
    }

    /** All requests so far. */
    List<RecordedRequest> requests() {
        return requests;
    }

    /** The requests since the last time this was asked. */
    public List<String> takeTargets() {
        var targets = requests.stream().map(RecordedRequest::getTarget).toList();
        requests.clear();
        return targets;
    }

    /** Lets the first requests for blobs wait for each other until there are this many, or for a second. */
    void gatherBlobs(int count) {
        gathering = new CountDownLatch(count);
    }

    /** How often it was said that nothing had changed. */
    int notModified() {
        return notModified.get();
    }

    /** The most requests that were being answered at the same time. */
    int mostAtOnce() {
        return mostRunning.get();
    }

    static boolean isBlob(RecordedRequest request) {
        return request.getTarget().contains("/git/blobs/");
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        requests.add(request);
        mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            if (isBlob(request)) {
                gathering.countDown();
                gathering.await(1, TimeUnit.SECONDS);
            }
            return counted(fault(request).orElseGet(() -> answer(request)));
        } finally {
            running.decrementAndGet();
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private MockResponse counted(MockResponse response) {
        return requestsLeft
                .map(left -> response.newBuilder()
                        .setHeader("x-ratelimit-remaining", left.decrementAndGet())
                        .setHeader("x-ratelimit-limit", 60)
                        .setHeader("x-ratelimit-reset", reset.getEpochSecond())
                        .build())
                .orElse(response);
    }

    private synchronized Optional<MockResponse> fault(RecordedRequest request) {
        var fault = Optional.ofNullable(faults.peek()).flatMap(it -> it.apply(request));
        fault.ifPresent(response -> faults.remove());
        return fault.or(() -> lasting.apply(request));
    }

    private MockResponse answer(RecordedRequest request) {
        var authorization = Optional.ofNullable(request.getHeaders().get("Authorization"));
        if (authorization.isPresent() && !authorization.get().equals("Bearer " + validToken)) {
            return refusal(401, "Bad credentials").build();
        }
        var path = request.getUrl().encodedPath();
        if (path.startsWith(REPOSITORY + "trees/")) {
            return tree(request, path.substring((REPOSITORY + "trees/").length()), authorization);
        }
        if (path.startsWith(REPOSITORY + "blobs/")) {
            return blob(path.substring((REPOSITORY + "blobs/").length()));
        }
        return refusal(404, "Not Found").build();
    }

    private MockResponse tree(RecordedRequest request, String ref, Optional<String> authorization) {
        var folder = folder(ref);
        if (folder.isEmpty()) {
            return refusal(404, "Not Found").build();
        }
        var etag = "W/\"" + files.folderSha(folder.get()) + authorization.hashCode() + "\"";
        if (etag.equals(request.getHeaders().get("If-None-Match"))) {
            notModified.incrementAndGet();
            return new MockResponse.Builder().code(304).build();
        }
        var isRecursive = request.getUrl().queryParameter("recursive") != null;
        return new MockResponse.Builder()
                .setHeader("ETag", etag)
                .setHeader("x-ratelimit-limit", limit)
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
        var isCut = isRecursive && truncated.contains(sha);
        var prefix = folder.isEmpty() ? "" : folder + "/";
        var entries = files.entries().stream()
                .filter(entry -> entry.path().startsWith(prefix))
                .filter(entry -> isRecursive || entry.path().indexOf('/', prefix.length()) < 0)
                .limit(isCut ? 1 : Integer.MAX_VALUE)
                .map(entry -> entryJson(entry, entry.path().substring(prefix.length())))
                .collect(joining(","));
        return "{\"sha\":\"" + sha + "\",\"url\":\"-\",\"tree\":[" + entries + "],\"truncated\":" + isCut + "}";
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
                .orElseGet(() -> refusal(404, "Not Found").build());
    }

    static MockResponse.Builder refusal(int status, String message) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json; charset=utf-8")
                .body("{\"message\":\"" + message + "\"}");
    }
}
