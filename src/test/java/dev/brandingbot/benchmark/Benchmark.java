package dev.brandingbot.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures everything and prints it as a table in Markdown. */
public final class Benchmark {
    private static final int RUNS = Integer.getInteger("benchmark.runs", 11);
    private static final int IMAGE_BYTES = 100_000;

    private final Path jar;
    private final Path work;
    private final Java java;
    private final Training training;
    private final List<Row> rows = new ArrayList<>();

    private Benchmark(Path project, Path work, Java java) {
        this.jar = project.resolve("target/branding-bot.jar");
        this.work = work;
        this.java = java;
        this.training = new Training(jar, project.resolve("docker/jvm.options"));
    }

    /** @param arguments none */
    public static void main(String[] arguments) throws Exception {
        for (var java : Java.chosen()) {
            try (var work = new BrandingFolder(Files.createTempDirectory("branding-benchmark-"))) {
                var benchmark = new Benchmark(Path.of("").toAbsolutePath(), work.path(), java);
                benchmark.measure();
                benchmark.print();
            }
        }
        // The fakes' threads would keep the process for a while.
        System.exit(0);
    }

    private void measure() throws Exception {
        var image = training.optionsAfter(java, work);
        try (var events = BrandingFolder.of(16, 2, IMAGE_BYTES)) {
            measureLooks("16 events", events, "0.25 s", "0.1 s");
            var start = new StartBenchmark(jar, events.path(), RUNS);
            rows.addAll(start.measure("plain `java -jar`", java, List.of(), "2 s"));
            rows.addAll(start.measure("as the image does (" + java.classData() + ")", java, image, "1 s"));
        }
        if (ProcStatus.isAvailable()) {
            measureIdle(image);
        }
        try (var events = BrandingFolder.of(1_000, 5, 0)) {
            measureLooks("1,000 events with 10,000 assets", events, "", "");
        }
    }

    private void measureLooks(String name, BrandingFolder events, String firstTarget, String unchangedTarget)
            throws Exception {
        try (var looks = new FetchBenchmark(java, work, events)) {
            rows.addAll(looks.measure(name, RUNS, firstTarget, unchangedTarget));
            rows.add(looks.measureHeap());
        }
    }

    private void measureIdle(List<String> options) throws Exception {
        try (var events = BrandingFolder.of(16, 2, IMAGE_BYTES);
                var idle = new IdleBenchmark(jar, java, options, events)) {
            rows.addAll(idle.measure());
        }
    }

    private void print() {
        System.out.printf(
                "%nJDK %s on %s, %d cores, median of %d%n%n",
                java.version(),
                System.getProperty("os.name"),
                Runtime.getRuntime().availableProcessors(),
                RUNS);
        System.out.println("| | measured | wanted |\n|---|---|---|");
        rows.forEach(row -> System.out.println(row.markdown()));
    }
}
