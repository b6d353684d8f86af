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
    /** The most requests at once: GitHub's secondary limit is 100. */
    static final int AT_ONCE = 16;

    /** The most bytes of concurrent downloads in memory, where each file takes twice its size, because it is copied. */
    private static final int ROOM = 24 << 20;

    private static final String RAW = "application/vnd.github.raw+json";

    private final HttpUrl git;
    private final GitHubClient api;
    private final GitHubTimeouts patience;

    /** Whether some of the last files that were requested together did not arrive. */
    private final AtomicBoolean isDoubtful = new AtomicBoolean();

    GitHubBlobs(HttpUrl git, GitHubClient api, GitHubTimeouts patience) {
        this.git = git;
        this.api = api;
        this.patience = patience;
    }

    /** Downloads one file. */
    byte[] get(TreeEntry entry, Deadline deadline) throws RepositoryUnavailableException {
        return get(entry, patience.fetchTimeout(), deadline, this);
    }

    /**
     * Downloads files concurrently.
     *
     * @param deadline the end of the download of a file, asked for when it begins
     * @param arrived takes each as soon as it has arrived
     */
    void getAll(Collection<TreeEntry> entries, Supplier<Deadline> deadline, BiConsumer<TreeEntry, byte[]> arrived)
            throws RepositoryUnavailableException {
        var queue = List.copyOf(entries);
        // When the last ones failed, one goes ahead: sixteen requests at once would be a quarter of what an hour
        // allows.
        var ahead = isDoubtful.getAndSet(true) ? Math.min(1, queue.size()) : 0;
        getConcurrently(queue.subList(0, ahead), deadline, arrived);
        getConcurrently(queue.subList(ahead, queue.size()), deadline, arrived);
        isDoubtful.set(false);
    }

    private void getConcurrently(
            List<TreeEntry> entries, Supplier<Deadline> deadline, BiConsumer<TreeEntry, byte[]> arrived)
            throws RepositoryUnavailableException {
        var batch = new Object();
        var room = new Semaphore(ROOM);
        ParallelFetcher.forEach(
                entries,
                AT_ONCE,
                entry -> {
                    var size = (int) Math.min(entry.size(), ROOM);
                    room.acquire(size);
                    try {
                        arrived.accept(entry, get(entry, timeout(size), deadline.get(), batch));
                    } finally {
                        room.release(size);
                    }
                },
                () -> api.cancel(batch));
    }

    private Duration timeout(int size) {
        return size > MetaFile.MAX_BYTES ? patience.fetchTimeout() : patience.requestTimeout();
    }

    private byte[] get(TreeEntry entry, Duration timeout, Deadline deadline, Object tag)
            throws RepositoryUnavailableException {
        var url = git.newBuilder()
                .addPathSegment("blobs")
                .addPathSegment(entry.sha())
                .build();
        var request =
                new Request.Builder().url(url).header("Accept", RAW).tag(tag).build();
        return api.get(request, timeout, deadline, response -> verified(entry, response));
    }

    private static byte[] verified(TreeEntry entry, Response response) throws IOException {
        var bytes = GitHubResponses.bytes(response, entry.size());
        if (!GitBlobHash.of(bytes).equals(entry.sha())) {
            throw new IOException("what it sent for " + entry.path() + " does not match the SHA");
        }
        return bytes;
    }
}
