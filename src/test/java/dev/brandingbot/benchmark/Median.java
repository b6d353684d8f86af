package dev.brandingbot.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Computes the median of measurements, which is robust against outliers. */
final class Median {
    private Median() {}

    static <T> String of(List<T> measured, Function<T, Duration> part) {
        var sorted = measured.stream().map(part).sorted().toList();
        return seconds(sorted.get(sorted.size() / 2));
    }

    static String seconds(Duration duration) {
        var seconds = duration.toNanos() / 1e9;
        return String.format(Locale.ROOT, seconds < 1 ? "%.3f s" : "%.2f s", seconds);
    }
}
