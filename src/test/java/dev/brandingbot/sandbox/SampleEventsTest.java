package dev.brandingbot.sandbox;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.date.YearlyDates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample branding repository as it is checked in, so that nothing left over from an earlier build is looked at. */
class SampleEventsTest {
    private static final Path SAMPLE = Path.of("src/main/resources/sample");
    private static final int LEAP_YEAR = 2028;

    @Test
    void areNamedByTheIndexEachOnceInOrder() throws IOException {
        var index = Files.readAllLines(SAMPLE.resolve("index.txt"));

        assertThat(index).containsExactlyElementsOf(files("events/"));
    }

    @Test
    void haveOneFallbackAndNoDayInCommon() throws IOException {
        var entries = files("events/").stream()
                .filter(file -> file.endsWith("/meta.md"))
                .map(SampleEventsTest::entry)
                .toList();

        assertThat(entries).hasSize(8);
        assertThat(entries.stream().filter(EventSummary::isFallback))
                .extracting(EventSummary::path)
                .containsExactly("events/evergreen");
        assertThat(new EventCalendar<>(entries).collisions(LEAP_YEAR - 1, LEAP_YEAR))
                .isEmpty();
    }

    @Test
    void areAShortDownload() throws IOException {
        var bytes = 0L;
        for (var image : images()) {
            bytes += Files.size(SAMPLE.resolve(image));
        }

        assertThat(bytes).isLessThan(400_000);
    }

    @ParameterizedTest
    @MethodSource("images")
    void haveTheShapeThatDiscordShows(String file) throws IOException {
        var image = ImageIO.read(SAMPLE.resolve(file).toFile());

        assertThat(image).as("readable").isNotNull();
        if (file.contains("/banners/")) {
            assertThat(image.getWidth() * 9).isEqualTo(image.getHeight() * 16);
        } else {
            assertThat(image.getWidth()).isEqualTo(image.getHeight());
        }
    }

    @ParameterizedTest
    @MethodSource("animations")
    void moveWhereTheirNameEndsInGif(String file) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var input = ImageIO.createImageInputStream(SAMPLE.resolve(file).toFile())) {
            reader.setInput(input);

            assertThat(reader.getNumImages(true)).isGreaterThan(1);
        } finally {
            reader.dispose();
        }
    }

    private static List<String> images() throws IOException {
        return files("events/").stream()
                .filter(file -> !file.endsWith("/meta.md"))
                .toList();
    }

    private static List<String> animations() throws IOException {
        return images().stream().filter(file -> file.endsWith(".gif")).toList();
    }

    private static List<String> files(String folder) throws IOException {
        try (var paths = Files.walk(SAMPLE.resolve(folder))) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> SAMPLE.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static EventSummary entry(String metaFile) {
        var frontmatter = frontmatter(SAMPLE.resolve(metaFile));
        var path = metaFile.substring(0, metaFile.lastIndexOf('/'));
        if ("true".equals(frontmatter.get("fallback"))) {
            return new EventSummary(path, Optional.empty());
        }
        var start = YearlyDates.parseDay(frontmatter.get("start_date")).orElseThrow();
        var end = YearlyDates.parseDay(frontmatter.get("end_date")).orElseThrow();
        return new EventSummary(path, Optional.of(new YearlyDates(start, end)));
    }

    private static Map<String, String> frontmatter(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.skip(1)
                    .takeWhile(line -> !line.equals("---"))
                    .map(line -> line.split(": ", 2))
                    .collect(toMap(field -> field[0], field -> field[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
