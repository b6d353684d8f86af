package dev.brandingbot.app;

import static dev.brandingbot.testing.PrintedErrors.messages;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.app.settings.SettingsLoader;
import dev.brandingbot.testing.TestImages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T23:59:59Z"), ZoneOffset.ofHours(14));

    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeARepository() throws IOException {
        event("pride", "start_date: June 1\nend_date: June 30");
        event("evergreen", "fallback: true");
    }

    @Test
    void showsTheCurrentYearInUtcAsTextByDefault() {
        assertThat(run()).isZero();

        assertThat(out.toString())
                .startsWith("2026   today, November 26: Evergreen")
                .contains("  a  Jun  1 - Jun 30");
        assertThat(err.toString()).isEmpty();
        assertThat(bytes.size()).isZero();
    }

    @Test
    void showsAnotherYear() {
        assertThat(run("--year", "2028")).isZero();

        assertThat(out.toString().lines().findFirst()).contains("2028");
    }

    @Test
    void writesBytesForPrograms() throws IOException {
        assertThat(run("--format", "json")).isZero();

        assertThat(bytes.toString(UTF_8))
                .startsWith("{")
                .contains("\"event\" : \"events/pride\"")
                .endsWith("}\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void writesACalendar() {
        assertThat(run("--format", "ics")).isZero();

        assertThat(bytes.toString(UTF_8)).startsWith("BEGIN:VCALENDAR\r\n").contains("DTSTAMP:20261126T235959Z");
    }

    @Test
    void writesTheSameUidsWhateverTheFolderIsCalled() throws IOException {
        run("--format", "ics");
        var uids = uids();
        Files.move(
                folder.resolve("events"),
                Files.createDirectory(folder.resolve("clone")).resolve("events"));
        bytes.reset();

        execute(false, folder.resolve("clone").toString(), "--format", "ics");

        assertThat(uids()).isEqualTo(uids).hasSize(1);
    }

    private List<String> uids() {
        return bytes.toString(UTF_8)
                .lines()
                .filter(line -> line.startsWith("UID:"))
                .toList();
    }

    @Test
    void writesAPictureToAPipe() throws IOException {
        assertThat(run("--format", "png")).isZero();

        assertThat(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()))).isNotNull();
    }

    @Test
    void requiresAFileForAPictureInATerminal() {
        assertThat(runInTerminal("--format", "png")).isEqualTo(2);

        assertThat(err.toString().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("--output FILE"));
        assertThat(bytes.size()).isZero();
    }

    @Test
    void usesColorsInATerminalOnly() throws IOException {
        var file = folder.resolve("year.txt");

        assertThat(runInTerminal()).isZero();
        assertThat(runInTerminal("--output", file.toString())).isZero();

        assertThat(out.toString()).contains("\u001b[");
        assertThat(Files.readString(file))
                .startsWith("2026")
                .doesNotContain("\u001b")
                .endsWith("Evergreen\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"year.png", "year.PNG", "year.svg", "year.ics", "year.json"})
    void derivesTheFormatFromTheFileName(String name) throws IOException {
        var file = folder.resolve(name);

        assertThat(runInTerminal("--output", file.toString())).isZero();

        var start = Files.readAllBytes(file);
        assertThat(new String(start, 1, 3, UTF_8)).isIn("PNG", "?xm", "EGI", " ", "\n  ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void listsEventsThatAreLeftOut() throws IOException {
        event("broken", "start_date: someday");

        assertThat(run()).isZero();

        assertThat(err.toString()).contains("events/broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--year 1969", "--year 2201", "--year soon", "--format gif", "--colour"})
    void rejectsInvalidArgumentsWithOneMessage(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);

        assertThat(err.toString().lines().toList().get(0)).contains(arguments.split(" ")[0]);
        assertThat(err.toString().lines().toList().get(1)).startsWith("Usage: branding-bot schedule");
    }

    @Test
    void namesTheSupportedYears() {
        run("--year", "1");

        assertThat(err.toString()).startsWith("--year 1 is out of range").contains("1970", "2200");
    }

    @Test
    void namesWhatIsWrongWithAValue() {
        run("--year", "soon");
        run("--format", "gif");

        assertThat(err.toString())
                .contains(
                        "--year soon is not a year: use 1970 to 2200.",
                        "--format gif is not a format: use text, json, ics, png or svg.");
    }

    @Test
    void failsIfTheFolderDoesNotExist() {
        assertThat(execute(false, "nowhere")).isEqualTo(1);

        assertThat(messages(err)).singleElement().asString().contains("There is no folder \"nowhere\"");
    }

    @Test
    void reportsThatTheOutputIsAFolder() {
        assertThat(run("--format", "text", "--output", folder.toString())).isEqualTo(1);

        assertThat(messages(err)).containsExactly(folder + " can't be written: it is a folder.");
    }

    @Test
    void wrapsTheListOfEventsThatAreLeftOut() throws IOException {
        for (var number = 0; number < 9; number++) {
            event("broken_event_" + number, "start_date: someday");
        }

        run();

        assertThat(err.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(messages(err)).singleElement().asString().endsWith("events/broken_event_8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.pdf", "x.PDF", "x.ical", "folder.png/x.htm", "x.text"})
    void rejectsAFileWithAnUnknownExtension(String file) {
        assertThat(run("--output", file)).isEqualTo(2);

        assertThat(err.toString()).contains("." + file.toLowerCase(Locale.ROOT).replaceFirst(".*\\.", ""), ".svg");
        assertThat(Path.of(file)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.pdf", "x", ".schedule", "x."})
    void writesAnyFileInTheGivenFormat(String name) throws IOException {
        var file = folder.resolve(name);

        assertThat(run("--format", "text", "--output", file.toString())).isZero();

        assertThat(Files.readString(file)).startsWith("2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ".schedule", "x."})
    void writesTextToAFileWithoutAnEnding(String name) throws IOException {
        var file = folder.resolve(name);

        assertThat(run("--output", file.toString())).isZero();

        assertThat(Files.readString(file)).startsWith("2026");
    }

    @Test
    void reportsAnUnreadableRepository() throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(execute(false, empty.toString())).isEqualTo(1);

        assertThat(messages(err)).singleElement().asString().contains("events/");
    }

    @Test
    void reportsAnUnwritableFile() {
        assertThat(run("--output", folder.resolve("nowhere/year.png").toString()))
                .isEqualTo(1);

        assertThat(messages(err))
                .singleElement()
                .asString()
                .contains("can't be written: the folder ", "nowhere does not exist.")
                .doesNotContain("Exception");
    }

    private void event(String name, String settings) throws IOException {
        var event = folder.resolve("events").resolve(name);
        Files.createDirectories(event.resolve("banners"));
        Files.createDirectories(event.resolve("server_icons"));
        Files.writeString(event.resolve("meta.md"), "---\n" + settings + "\n---\nWords.\n");
        Files.write(event.resolve("banners/banner.png"), TestImages.png(name));
        Files.write(event.resolve("server_icons/icon.png"), TestImages.png("icon " + name));
    }

    private int run(String... arguments) {
        return execute(false, withSource(arguments));
    }

    private int runInTerminal(String... arguments) {
        return execute(true, withSource(arguments));
    }

    private String[] withSource(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = folder.toString();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    private int execute(boolean isTerminal, String... arguments) {
        var source = new SourceArgument(new SettingsLoader(folder, Map.of()), CLOCK);
        var output = new StandardOutput(bytes, isTerminal, isTerminal);
        var all = new String[arguments.length + 1];
        all[0] = "schedule";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return RootCommand.forHost(new ScheduleCommand(source, CLOCK, output))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
