package dev.brandingbot.benchmark;

import dev.brandingbot.testing.TestImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A branding repository of any size in a temporary folder: a fallback, and events of two days spread over the year.
 *
 * @param path the folder that contains {@code events/}
 */
record BrandingFolder(Path path) implements AutoCloseable {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 363;

    /**
     * Writes a repository.
     *
     * @param events the number of events
     * @param ofEach the number of banners and of icons of each event
     * @param bytes the size of each image in bytes
     */
    static BrandingFolder of(int events, int ofEach, int bytes) throws IOException {
        var folder = new BrandingFolder(Files.createTempDirectory("branding-benchmark-"));
        for (var event = 0; event < events; event++) {
            folder.writeMeta(event, dates(event, events), "Written once.");
            folder.writeImages(event, "banners", ofEach, bytes);
            folder.writeImages(event, "server_icons", ofEach, bytes);
        }
        return folder;
    }

    /** Edits the description of the fallback. */
    void edit(String description) {
        try {
            writeMeta(0, "fallback: true", description);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives every event one banner and one icon of that size. */
    void enlarge(int bytes) throws IOException {
        for (var event = 0; Files.exists(event(event)); event++) {
            for (var kind : List.of("banners", "server_icons")) {
                new BrandingFolder(event(event).resolve(kind)).close();
                writeImages(event, kind, 1, bytes);
            }
        }
    }

    private static String dates(int event, int events) {
        if (event == 0) {
            return "fallback: true";
        }
        var start = NEW_YEAR.plusDays((long) event * DAYS / events);
        return "start_date: %s\nend_date: %s".formatted(DAY.format(start), DAY.format(start.plusDays(1)));
    }

    private void writeMeta(int event, String dates, String description) throws IOException {
        Files.createDirectories(event(event));
        Files.writeString(
                event(event).resolve("meta.md"), "---\n%s\n---\n\nEvent %d. %s\n".formatted(dates, event, description));
    }

    private void writeImages(int event, String kind, int count, int bytes) throws IOException {
        var folder = Files.createDirectories(event(event).resolve(kind));
        for (var i = 0; i < count; i++) {
            Files.write(folder.resolve(i + ".png"), TestImages.png(event + " " + kind + " " + i, bytes));
        }
    }

    private Path event(int event) {
        return path.resolve("events").resolve("event_%04d".formatted(event));
    }

    @Override
    public void close() {
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(BrandingFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
