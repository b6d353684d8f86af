package dev.brandingbot.schedule.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YearImageIT {
    private static final long PATIENCE_IN_SECONDS = 300;

    @TempDir
    Path folder;

    @Test
    void drawsHundredEventsInSmallProcessWithoutSystemFonts() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Djava.awt.headless=true",
                        "-Xlog:class+load:file=" + folder.resolve("classes.log"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        YearImageProcess.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();

        assertThat(process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("out.log")))
                .isZero();
        assertThat(Files.size(folder.resolve("year.png"))).isPositive();
        assertThat(Files.size(folder.resolve("year.svg"))).isPositive();
        assertThat(Files.readString(folder.resolve("classes.log")))
                .contains(YearImage.class.getName())
                .doesNotContain("FontManager", "FontConfig");
    }
}
