package dev.brandingbot.benchmark;

import dev.brandingbot.app.redis.EmbeddedRedis;
import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.sandbox.github.FakeGitHub;
import dev.brandingbot.sandbox.github.GitHubSettings;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures fetches from GitHub in another process, with a real Redis as the cache. */
final class FetchBenchmark implements AutoCloseable {
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final List<Integer> HEAPS = List.of(8, 12, 16, 24, 32, 48, 64, 96, 128);

    private final Java java;
    private final Path work;
    private final BrandingFolder folder;
    private final FakeGitHub gitHub;
    private final EmbeddedRedis redis;

    FetchBenchmark(Java java, Path work, BrandingFolder folder) throws CliException {
        this.java = java;
        this.work = work;
        this.folder = folder;
        this.gitHub = FakeGitHub.start(GitHubSettings.of(folder.path()).withToken("sandbox"));
        this.redis = EmbeddedRedis.start(work.resolve("look-data"));
    }

    /** Fetches {@code rounds} times in each way, with latency. */
    List<Row> measure(String events, int rounds, String firstTarget, String unchangedTarget)
            throws IOException, InterruptedException {
        // The fake's code is compiled, and the folder hashed, before anything counts.
        look(List.of(), 2);
        gitHub.setLatency(LATENCY);
        var looks = look(List.of(), rounds).orElseThrow();
        gitHub.setLatency(Duration.ZERO);
        return List.of(
                new Row(
                        events + ", first fetch, in a JVM just started",
                        looks.get(0).figure(),
                        ""),
                new Row("… first fetch", looks.get(1).figure(), firstTarget),
                new Row("… unchanged", looks.get(2).figure(), unchangedTarget),
                new Row("… unchanged, after a restart of the bot", looks.get(3).figure(), unchangedTarget),
                new Row("… one `meta.md` edited", looks.get(4).figure(), ""));
    }

    /** Returns the smallest heap in which the process works. */
    Row measureHeap() throws IOException, InterruptedException {
        for (var megabytes : HEAPS) {
            if (look(List.of("-XX:+UseSerialGC", "-Xmx" + megabytes + "m"), 1).isPresent()) {
                return new Row("… heap that is enough", megabytes + " MB", "");
            }
        }
        throw new IllegalStateException("No heap is enough");
    }

    /** Returns empty if the process failed. */
    private Optional<List<FetchProcess.Printed>> look(List<String> options, int rounds)
            throws IOException, InterruptedException {
        gitHub.setRemainingRequests(1_000_000);
        var words = new ArrayList<>(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), FetchProcess.class.getName()));
        var process = java.process(
                        work,
                        words,
                        gitHub.apiUrl(),
                        folder.path().toString(),
                        redis.url().uri().toString(),
                        "" + rounds)
                .redirectOutput(Redirect.PIPE)
                .redirectError(options.isEmpty() ? Redirect.INHERIT : Redirect.DISCARD)
                .start();
        try (var lines = process.inputReader()) {
            var looks = lines.lines().map(FetchProcess.Printed::parse).toList();
            return process.waitFor() == 0 ? Optional.of(looks) : Optional.empty();
        }
    }

    @Override
    public void close() {
        redis.close();
        gitHub.close();
    }
}
