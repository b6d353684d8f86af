package dev.brandingbot.sandbox.github;

import dev.brandingbot.sandbox.server.FakeHttpServer;
import dev.brandingbot.sandbox.server.FaultInjector;
import dev.brandingbot.sandbox.server.RequestLog;
import java.time.Duration;
import java.util.Map;

/**
 * A fake GitHub server on loopback, whose only repository is a folder. Each request reads the current state of the folder; a blob exists
 * while a file has its content. Thread-safe.
 */
public final class FakeGitHub implements AutoCloseable {
    private final GitHubSettings settings;
    private final AccessFilter access;
    private final GitRoutes git;
    private final FakeHttpServer server;

    private FakeGitHub(GitHubSettings settings) {
        this.settings = settings;
        access = new AccessFilter(settings.token(), settings.clock());
        git = new GitRoutes(settings);
        server = FakeHttpServer.start(settings.port(), Map.of("x-github-media-type", "github.v3"), routes -> {
            access.addTo(routes);
            git.addTo(routes);
        });
    }

    /** Starts a server. Blocks until it is ready. */
    public static FakeGitHub start(GitHubSettings settings) {
        return new FakeGitHub(settings);
    }

    /** Returns the base URL of the REST API, without a slash at the end. */
    public String apiUrl() {
        return "http://" + server.authority();
    }

    /** Returns the repository's name, {@code owner/name}. */
    public String repository() {
        return settings.repository();
    }

    /** Sets the number of requests that remain in this hour, with and without a token. */
    public void setRemainingRequests(int remaining) {
        access.setRemainingRequests(remaining);
    }

    /** Rejects the token from now on. */
    public void expireToken() {
        access.expireToken();
    }

    /** Truncates trees after a number of entries, as GitHub does after 100,000. */
    public void truncateTreesAfter(int entries) {
        git.truncateTreesAfter(entries);
    }

    /** Returns the log of requests. */
    public RequestLog requests() {
        return server.requests();
    }

    /** Returns the injector of faults. */
    public FaultInjector faults() {
        return server.faults();
    }

    /** Delays each request from now on. */
    public void setLatency(Duration latency) {
        server.setLatency(latency);
    }

    /** Stops the server. */
    @Override
    public void close() {
        server.close();
    }
}
