package dev.brandingbot.app.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartbeatTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void writesWhileTheBotIsHealthy() {
        new Heartbeat(folder.resolve("data"), () -> true, CLOCK).run();

        assertThat(folder.resolve("data/heartbeat")).hasContent("2026-03-01T12:00:00Z\n");
    }

    @Test
    void stopsWhenTheBotIsNotHealthy() {
        new Heartbeat(folder, () -> false, CLOCK).run();

        assertThat(folder.resolve("heartbeat")).doesNotExist();
    }

    @Test
    void leavesTheBotAloneWhenItIsClosedAsItStarts() {
        var executor = Executors.newSingleThreadScheduledExecutor();
        executor.shutdown();

        assertThatCode(() -> new Heartbeat(folder, () -> true, CLOCK).start(executor))
                .doesNotThrowAnyException();
    }

    @Test
    void leavesTheBotAloneWhenTheFileCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatCode(new Heartbeat(file.resolve("data"), () -> true, CLOCK)::run)
                .doesNotThrowAnyException();
    }
}
