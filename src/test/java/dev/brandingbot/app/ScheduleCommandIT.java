package dev.brandingbot.app;

import static dev.brandingbot.testing.PrintedErrors.messages;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.app.settings.SettingsLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleCommandIT {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @Test
    void fetchesARepositoryFromGitHub() throws Exception {
        try (var gitHub = new GitHubWithOneEvent()) {
            assertThat(run(gitHub.url(), "--format", "json")).isZero();
        }

        assertThat(bytes.toString(UTF_8)).contains("events/ordinary");
    }

    @Test
    void fetchesTheImagesForAPicture() throws Exception {
        try (var gitHub = new GitHubWithOneEvent()) {
            assertThat(run(gitHub.url(), "--format", "png")).isZero();
        }

        assertThat(err.toString()).isEmpty();
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()))).isNotNull();
    }

    @Test
    void reportsThatGitHubCannotBeReached() throws Exception {
        var gitHub = new GitHubWithOneEvent();
        gitHub.close();

        assertThat(run(gitHub.url(), "--format", "json")).isEqualTo(1);
        assertThat(messages(err))
                .singleElement()
                .asString()
                .contains("owner/name@main", "temporary")
                .doesNotContain("next", "again");
    }

    private int run(String gitHub, String... arguments) {
        var clock = Clock.systemUTC();
        var source = new SourceArgument(new SettingsLoader(folder, Map.of("GITHUB_API_URL", gitHub)), clock);
        var command = new ScheduleCommand(source, clock, new StandardOutput(bytes, false, false));
        return RootCommand.forHost(command)
                .setOut(new PrintWriter(new StringWriter(), true))
                .setErr(new PrintWriter(err, true))
                .execute("schedule", "owner/name", arguments[0], arguments[1]);
    }
}
