package dev.brandingbot.sandbox.github;

import dev.brandingbot.sandbox.server.FakeHttpServer;
import dev.brandingbot.sandbox.server.FaultInjector;
import dev.brandingbot.sandbox.server.RequestLog;
import java.time.Duration;
import java.util.Map;

/**
 * GitHub's REST API on loopback, with one repository: a folder, as it is at the moment of each request. An edit is seen at
 * once; a blob is there as long as a file has its content. Safe for use by several threads.
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

    /** Starts a stand-in; it is there when this returns. */
    public static FakeGitHub start(GitHubSettings settings) {
        return new FakeGitHub(settings);
    }

    /** The base of the REST API, without a slash at the end. */
    public String apiUrl() {
        return "http://" + server.authority();
    }

    /** The repository's name, {@code owner/name}. */
    public String repository() {
        return settings.repository();
    }

    /** Leaves that many requests in this hour, with a token and without. */
    public void setRemainingRequests(int remaining) {
        access.setRemainingRequests(remaining);
    }

    /** Refuses the token from now on. */
    public void expireToken() {
        access.expireToken();
    }

    /** Cuts trees off after that many entries, as GitHub does after 100,000. */
    public void truncateTreesAfter(int entries) {
        git.truncateTreesAfter(entries);
    }

    /** What was asked. */
    public RequestLog requests() {
        return server.requests();
    }

    /** What goes wrong. */
    public FaultInjector faults() {
        return server.faults();
    }

    /** Holds each request from now on for that long. */
    public void setLatency(Duration latency) {
        server.setLatency(latency);
    }

    /** Stops. */
    @Override
    public void close() {
        server.close();
    }
}
