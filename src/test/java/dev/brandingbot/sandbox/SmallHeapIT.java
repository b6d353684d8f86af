package dev.brandingbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.testing.RedisExtension;
import dev.brandingbot.testing.TestImages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A malicious repository, and a bot with 128 MB of heap. */
class SmallHeapIT {
    private static final int MANY = 1_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);
    private static final int TIMEOUT_S = 150;
    private static final int BOMB_SIZE = 40_000;

    /** The offset of a PNG's width, which is followed by its height. */
    private static final int PNG_WIDTH = 16;

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @TempDir
    Path folder;

    @Test
    void isEnoughForAThousandEventsAThousandIconsBombsAndFloods() throws Exception {
        var repository = folder.resolve("branding");
        for (var i = 0; i < MANY; i++) {
            write(repository, "e" + i, "start_date: %1$s\nend_date: %1$s".formatted(anotherDay()), "About it.");
        }
        write(
                repository,
                "evergreen",
                "fallback: true",
                "@everyone <@1> discord.gg/x \u202e" + "z\u0335\u0321".repeat(1_000));
        icons(repository.resolve("events/evergreen/server_icons"));
        write(repository, "flood", "start_date: June 1\nend_date: June 2", "x".repeat(4 << 20));
        Files.writeString(repository.resolve("events/e1/banners/bomb.png"), "cut off");

        try (var fakes = FakeServices.start(repository)) {
            var output = folder.resolve("output.txt");
            var bot = start(fakes, output);
            try {
                assertThat(bot.waitFor(TIMEOUT_S, TimeUnit.SECONDS))
                        .as(Files.readString(output))
                        .isTrue();
                assertThat(bot.exitValue()).as(Files.readString(output)).isZero();
            } finally {
                bot.destroyForcibly();
            }
            assertThat(fakes.discord().guild().icon()).isPresent();
            assertThat(fakes.discord().guild().banner()).isPresent();
        }
    }

    /** The same dates for all events, so that every two collide; not in this month, because the fallback must be active. */
    private static String anotherDay() {
        var month = LocalDate.now(ZoneOffset.UTC).getMonth().plus(6);
        return DAY.format(MonthDay.of(month, 28));
    }

    private Process start(FakeServices fakes, Path output) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.brandingbot.app.Main",
                "run",
                "--once");
        var bot = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bot.environment().putAll(fakes.environment(folder.resolve("data")));
        bot.environment().put("REDIS_URL", "redis://127.0.0.1:" + REDIS.port());
        return bot.start();
    }

    /** Every second image claims to be too large to be decoded. */
    private static void icons(Path icons) throws IOException {
        for (var i = 0; i < MANY; i++) {
            var image = TestImages.png("icon " + i);
            if (i % 2 == 0) {
                ByteBuffer.wrap(image).putInt(PNG_WIDTH, BOMB_SIZE).putInt(PNG_WIDTH + Integer.BYTES, BOMB_SIZE);
            }
            Files.write(icons.resolve(i + ".png"), image);
        }
    }

    private static void write(Path repository, String name, String dates, String text) throws IOException {
        var event = repository.resolve("events").resolve(name);
        for (var kind : AssetKind.values()) {
            Files.createDirectories(event.resolve(kind.folder()));
            Files.write(event.resolve(kind.folder()).resolve("image.png"), TestImages.png(name + kind));
        }
        Files.writeString(event.resolve("meta.md"), "---\n%s\n---\n\n%s\n".formatted(dates, text));
    }
}
