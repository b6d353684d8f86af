package dev.brandingbot.repository.github;

import dev.brandingbot.repository.meta.MetaFile;
import dev.brandingbot.repository.source.GitBlobHash;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.repository.source.TreeEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** Downloads the files of a repository on GitHub, each checked against its SHA. Thread-safe. */
final class GitHubBlobs {
    /** GitHub's secondary rate limit is 100 concurrent requests. */
    static final int MAX_CONCURRENT_REQUESTS = 16;

    /**
     * Limit for the total size of concurrent downloads. A download takes twice its size in memory, because it is
     * copied.
     */
    private static final int MAX_BYTES_IN_FLIGHT = 24 << 20;

    private static final String RAW_CONTENT = "application/vnd.github.raw+json";

    private final HttpUrl gitUrl;
    private final GitHubClient client;
    private final GitHubTimeouts timeouts;

    /** Whether the last batch download failed. */
    private final AtomicBoolean lastBatchFailed = new AtomicBoolean();

    GitHubBlobs(HttpUrl git, GitHubClient api, GitHubTimeouts timeouts) {
        this.gitUrl = git;
        this.client = api;
        this.timeouts = timeouts;
    }

    /** Downloads one file. Blocks until {@code deadline} at most. */
    byte[] fetch(TreeEntry entry, Deadline deadline) throws RepositoryUnavailableException {
        return fetch(entry, timeouts.fetchTimeout(), deadline, this);
    }

    /**
     * Downloads files concurrently.
     *
     * @param deadline returns the deadline of one file; called when its download starts
     * @param consumer receives each file when it is downloaded, on several threads
     */
    void fetchAll(Collection<TreeEntry> entries, Supplier<Deadline> deadline, BiConsumer<TreeEntry, byte[]> consumer)
            throws RepositoryUnavailableException {
        var queue = List.copyOf(entries);
        // After a failed batch, one request goes first: sixteen concurrent ones would use a quarter of the hourly
        // limit.
        var probes = lastBatchFailed.getAndSet(true) ? Math.min(1, queue.size()) : 0;
        fetchConcurrently(queue.subList(0, probes), deadline, consumer);
        fetchConcurrently(queue.subList(probes, queue.size()), deadline, consumer);
        lastBatchFailed.set(false);
    }

    private void fetchConcurrently(
            List<TreeEntry> entries, Supplier<Deadline> deadline, BiConsumer<TreeEntry, byte[]> consumer)
            throws RepositoryUnavailableException {
        var batch = new Object();
        var bytesInFlight = new Semaphore(MAX_BYTES_IN_FLIGHT);
        ParallelFetcher.forEach(
                entries,
                MAX_CONCURRENT_REQUESTS,
                entry -> {
                    var size = (int) Math.min(entry.size(), MAX_BYTES_IN_FLIGHT);
                    bytesInFlight.acquire(size);
                    try {
                        consumer.accept(entry, fetch(entry, timeoutFor(size), deadline.get(), batch));
                    } finally {
                        bytesInFlight.release(size);
                    }
                },
                () -> client.cancel(batch));
    }

    private Duration timeoutFor(int size) {
        return size > MetaFile.MAX_BYTES ? timeouts.fetchTimeout() : timeouts.requestTimeout();
    }

    private byte[] fetch(TreeEntry entry, Duration timeout, Deadline deadline, Object tag)
            throws RepositoryUnavailableException {
        var url = gitUrl.newBuilder()
                .addPathSegment("blobs")
                .addPathSegment(entry.sha())
                .build();
        var request = new Request.Builder()
                .url(url)
                .header("Accept", RAW_CONTENT)
                .tag(tag)
                .build();
        return client.get(request, timeout, deadline, response -> readAndVerify(entry, response));
    }

    private static byte[] readAndVerify(TreeEntry entry, Response response) throws IOException {
        var bytes = GitHubResponses.readBody(response, entry.size());
        if (!GitBlobHash.of(bytes).equals(entry.sha())) {
            throw new IOException("the content of " + entry.path() + " does not match its SHA");
        }
        return bytes;
    }
}
