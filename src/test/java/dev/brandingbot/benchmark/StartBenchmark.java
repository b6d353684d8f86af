package dev.brandingbot.benchmark;

import dev.brandingbot.sandbox.FakeServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measures {@code run --once} from the start of the process to a synchronized guild, with an embedded Redis in an empty folder. */
final class StartBenchmark {
    private static final int TIMEOUT_SECONDS = 60;

    /** The fakes are not to be measured while their own code is being compiled. */
    private static final int DISCARDED = 3;

    private final Path jar;
    private final Path repository;
    private final int runs;

    StartBenchmark(Path jar, Path repository, int runs) {
        this.jar = jar;
        this.repository = repository;
        this.runs = runs;
    }

    /**
     * The result of one start.
     *
     * @param branded the time when Discord had accepted icon and banner
     * @param ended the time when the process had ended
     * @param processor the processor time
     */
    private record Start(Duration branded, Duration ended, Duration processor) {}

    /** Starts the bot several times, with {@code options} for the JVM. */
    List<Row> measure(String name, Java java, List<String> options, String target)
            throws IOException, InterruptedException {
        var starts = new ArrayList<Start>();
        for (var run = -DISCARDED; run < runs; run++) {
            var start = start(java, options);
            if (run >= 0) {
                starts.add(start);
            }
        }
        return List.of(
                new Row("Start, " + name + ", until icon and banner are on", Median.of(starts, Start::branded), target),
                new Row("… until the process has ended", Median.of(starts, Start::ended), ""),
                new Row("… processor time", Median.of(starts, Start::processor), ""));
    }

    private Start start(Java java, List<String> options) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("branding-start-");
        try (var data = new BrandingFolder(folder);
                var fakes = FakeServices.start(repository)) {
            var guild = new BenchmarkGuild();
            fakes.discord().addListener(guild);
            var builder = java.process(data.path(), options, "-jar", jar.toString(), "run", "--once");
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(fakes.environment(folder.resolve("data")));
            var processorBefore = processor();
            var begin = System.nanoTime();
            end(builder.start());
            var end = System.nanoTime();
            return new Start(
                    Duration.ofNanos(guild.moment().join() - begin),
                    Duration.ofNanos(end - begin),
                    processor().minus(processorBefore));
        }
    }

    private static void end(Process bot) throws InterruptedException {
        if (!bot.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) || bot.exitValue() != 0) {
            bot.destroyForcibly();
            throw new IllegalStateException("run --once did not end well");
        }
    }

    private static Duration processor() throws IOException {
        return ProcStatus.isAvailable() ? ProcStatus.ofEndedChildren() : Duration.ZERO;
    }
}
