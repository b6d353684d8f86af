package dev.brandingbot.app;

import static dev.brandingbot.testing.PrintedErrors.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.testing.TestImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program in the locale C. The shell writes what is outside ASCII, because this process may be in that locale, too. */
@DisabledOnOs(OS.WINDOWS)
class LocaleEncodingIT {
    private static final String E_ACUTE = "$(printf '\\303\\251')";

    @TempDir
    Path folder;

    private final Map<String, String> environment = Map.of(
            "DISCORD_TOKEN", "token", "BRANDING_GUILD_ID", "267624335836053506", "BRANDING_REPOSITORY", "owner/name");

    @BeforeEach
    void makeARepository() throws IOException {
        var event = folder.resolve("events/evergreen");
        for (var kind : List.of("banners", "server_icons")) {
            Files.createDirectories(event.resolve(kind));
            Files.write(event.resolve(kind).resolve("image.png"), TestImages.png(kind));
        }
        Files.writeString(event.resolve("meta.md"), "---\nname: Fête – du × “jour”…\nfallback: true\n---\nWords\n");
    }

    @Test
    void printsAsciiWhereTheTerminalHasNothingElse() throws Exception {
        assertThat(run(0, "", "schedule . --year 2027")).contains("Fete - du x \"jour\"...");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate f" + E_ACUTE,
                "schedule . --output f" + E_ACUTE + ".txt",
                "run --config f" + E_ACUTE + ".yml"
            })
    void saysWhatToDoAboutAnArgument(String call) throws Exception {
        assertSaysWhatToDo(run(1, "", call));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mkdir events/f" + E_ACUTE,
                "touch events/evergreen/banners/f" + E_ACUTE + ".png",
                "mkdir f" + E_ACUTE + "; mv events f" + E_ACUTE + "; cd f" + E_ACUTE
            })
    void saysWhatToDoAboutTheNameOfAFile(String preparation) throws Exception {
        assertSaysWhatToDo(run(1, preparation, "validate ."));
        assertSaysWhatToDo(run(1, preparation.startsWith("mkdir f") ? "cd f" + E_ACUTE : "", "schedule ."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BRANDING_DATA_DIR", "BRANDING_CONFIG", "BRANDING_ANNOUNCE_TEXT"})
    void saysWhatToDoAboutAVariable(String name) throws Exception {
        assertSaysWhatToDo(run(1, "export " + name + "=f" + E_ACUTE, "run --once"));
    }

    @Test
    void saysWhatToDoAboutAPathInAFile() throws Exception {
        assertSaysWhatToDo(run(1, "echo data_dir: f" + E_ACUTE + " > c.yml", "run --once --config c.yml"));
    }

    private static void assertSaysWhatToDo(String printed) {
        assertThat(messages(printed)).singleElement().asString().contains("set LC_ALL=C.UTF-8");
    }

    /** @param status zero, or anything else for a failure */
    private String run(int status, String preparation, String call) throws Exception {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                "\"$CLASSES\"",
                Main.class.getName(),
                call);
        var process = new ProcessBuilder("sh", "-c", "cd .; " + preparation + "\n exec " + String.join(" ", command))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        process.environment().putAll(environment);
        process.environment().put("LC_ALL", "C");
        process.environment().put("CLASSES", absolute(System.getProperty("java.class.path")));
        var running = process.start();
        running.getOutputStream().close();
        var printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue() == 0).as(printed).isEqualTo(status == 0);
        return printed;
    }

    private static String absolute(String classPath) {
        var paths = new ArrayList<String>();
        for (var path : classPath.split(":")) {
            paths.add(Path.of(path).toAbsolutePath().toString());
        }
        return String.join(":", paths);
    }
}
