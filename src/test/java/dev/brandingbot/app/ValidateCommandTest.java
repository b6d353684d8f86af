package dev.brandingbot.app;

import static dev.brandingbot.testing.PrintedErrors.messages;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brandingbot.app.settings.SettingsLoader;
import dev.brandingbot.testing.TestImages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class ValidateCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-07-10T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Optional<Path> jobSummary = Optional.empty();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeAValidRepository() throws IOException {
        write("evergreen", "fallback: true", "Évergreen");
        write("pride", "start_date: June 1\nend_date: June 30", "All of June.");
    }

    @Test
    void printsOneLineWithoutProblems() {
        assertThat(run()).isZero();
        assertThat(lines()).containsExactly("2 events with 4 images: no problems.");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void printsFindingsWithTheirPlacesAndFixes() throws IOException {
        put("pride/meta.md", "---\nstart_date: soon\nend_date: June 30\n---\nWords");
        put("pride/server_icons/a.png", TestImages.png("a", 100, 100));
        put("pride/server_icons/b.png", TestImages.png("b", 100, 100));

        assertThat(run()).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        "events/pride",
                        "  error    meta.md, line 2",
                        "           Invalid start_date \"soon\". Write a month and a day (`July 10`), a",
                        "           rule (`first Saturday of May`) or a holiday (`Easter`).",
                        "  warning  server_icons/a.png, server_icons/b.png",
                        "           Icon is 100 × 100, which looks blurry. Use 512 × 512 (at least 128 ×",
                        "           128).",
                        "",
                        "2 events with 6 images: 1 error, 2 warnings; 1 event left out.");
    }

    @Test
    void fitsATerminalAndUsesItsColors() throws IOException {
        put("pride/server_icons/" + "long_name_".repeat(12) + "@|red x|@.png", TestImages.png("a", 9, 9));

        run();
        var plain = lines();
        out.getBuffer().setLength(0);
        commandLine()
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.ON))
                .execute("validate", "" + folder);

        assertThat(plain).allMatch(line -> line.length() <= 80).noneMatch(line -> line.contains("\u001b"));
        assertThat(String.join("", plain).replaceAll("\\s", "")).contains("@|redx|@.png");
        assertThat(out.toString()).contains("\u001b[33mwarning");
    }

    @Test
    void failsForWarningsInStrictModeOnly() throws IOException {
        put("pride/banners/small.png", TestImages.png("small", 400, 225));

        assertThat(run()).isZero();
        assertThat(run("--strict")).isEqualTo(1);
    }

    @Test
    void printsOneJsonObject() throws IOException {
        put("new_year/meta.md", "---\nstart_date: December 29\nend_date: January 3\n---\n");
        put("pride/meta.md", "---\nstart_date: June 1\nend_date: June 30\n---\nA\n[b](c)");

        assertThat(run("--format", "json", "--strict")).isEqualTo(1);

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("source").asText()).isEqualTo(folder.toString());
        assertThat(json.get("valid").asBoolean()).isFalse();
        assertThat(json.get("not_looked_at")).isEmpty();
        assertThat(json.get("events"))
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"path\":\"events/evergreen\",\"valid\":true,\"fallback\":true,\"start\":null,\"end\":null,"
                                + "\"dates\":null,\"next\":null,\"banners\":1,\"icons\":1,\"description\":\"Évergreen\"}",
                        "{\"path\":\"events/new_year\",\"valid\":false,\"fallback\":false,\"start\":\"12-29\",\"end\":\"01-03\","
                                + "\"dates\":\"December 29 to January 3\","
                                + "\"next\":{\"start\":\"2027-12-29\",\"end\":\"2028-01-03\"},"
                                + "\"banners\":0,\"icons\":0,\"description\":\"\"}",
                        "{\"path\":\"events/pride\",\"valid\":true,\"fallback\":false,\"start\":\"06-01\",\"end\":\"06-30\","
                                + "\"dates\":\"June 1 to June 30\","
                                + "\"next\":{\"start\":\"2028-06-01\",\"end\":\"2028-06-30\"},"
                                + "\"banners\":1,\"icons\":1,\"description\":\"A\\n[b](c)\"}");
        assertThat(json.get("findings"))
                .extracting(finding -> finding.get("severity").asText() + " "
                        + finding.get("code").asText() + " "
                        + finding.get("path").asText() + " "
                        + finding.get("line"))
                .containsExactly(
                        "error no-banner events/new_year/banners null",
                        "error missing-description events/new_year/meta.md null",
                        "error no-icon events/new_year/server_icons null",
                        "warning broken-link events/pride/meta.md 6");
        assertThat(json.get("findings").get(3).get("message").asText()).startsWith("Discord does not open \"c\"");
        assertThat(out.toString()).isASCII();
    }

    @Test
    void printsCommandsForAWorkflow() throws IOException {
        put("pride/meta.md", "---\nstart_date: 100%\nend_date: June 30\n---\nWords");
        put("pride/banners/a,b: c.png", TestImages.png("a", 400, 225));

        assertThat(run("--format", "github")).isEqualTo(1);

        var base = folder.toString().replace(":", "%3A");
        assertThat(lines())
                .containsExactly(
                        "::error file=" + base + "/events/pride/meta.md,line=2,title=invalid-date::" + folder
                                + "/events/pride/meta.md: Invalid start_date \"100%25\". Write a month and a day (`July"
                                + " 10`), a rule (`first Saturday of May`) or a holiday (`Easter`).",
                        "::warning file=" + base + "/events/pride/banners/a%2Cb%3A c.png,title=resolution-too-low::"
                                + folder
                                + "/events/pride/banners/a,b: c.png: Banner is 400 × 225, which looks blurry. Use"
                                + " 960 × 540 or 1920 × 1080 (at least 480 × 270).",
                        "2 events with 5 images: 1 error, 1 warning; 1 event left out.");
    }

    @Test
    void groupsEqualFindingsForAWorkflow() throws IOException {
        for (var number = 1; number <= 8; number++) {
            put("pride/banners/" + number + ".png", TestImages.png("a" + number, 320, 180));
        }
        put("pride/meta.md", "---\nstart_date: soon\nend_date: June 30\n---\nWords");

        run("--format", "github");

        assertThat(lines())
                .satisfiesExactly(
                        error -> assertThat(error).startsWith("::error file=").contains("meta.md"),
                        warning -> assertThat(warning)
                                .startsWith("::warning file=")
                                .contains("1.png,title=", "%0AAlso in:%0A", "2.png", "6.png%0A…and 2 more")
                                .doesNotContain("7.png"),
                        totals -> assertThat(totals).contains("1 error, 8 warnings"));
    }

    @Test
    void putsFindingsInChangedFilesFirst() throws Exception {
        put("evergreen/banners/small.png", TestImages.png("small", 320, 180));
        git("init", "-q");
        commit();
        put("pride/banners/small.png", TestImages.png("new", 320, 181));
        put("pride/banners/old.png", TestImages.png("other", 320, 180));
        commit();

        run("--format", "github");

        assertThat(lines().get(0)).contains("events/pride/banners/old.png,");
        assertThat(lines().get(1)).contains("events/pride/banners/small.png,");
    }

    private void commit() throws Exception {
        git("add", "-A");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "a");
    }

    private void git(String... arguments) throws Exception {
        var command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        var git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(git.waitFor()).isZero();
    }

    @Test
    void writesTheWholeReportToTheJobSummary() throws IOException {
        for (var number = 1; number <= 8; number++) {
            put("pride/banners/" + number + ".png", TestImages.png("a" + number, 320, 180));
        }
        put("pride/banners/a|<b>.png", TestImages.png("b", 320, 180));
        put("pride/meta.md", "---\nstart_date: soon\nend_date: June 30\n---\nWords");
        jobSummary = Optional.of(Files.writeString(folder.resolve("summary.md"), "before\n"));

        run("--format", "github");

        assertThat(Files.readString(jobSummary.get()))
                .startsWith("before\n## Branding\n")
                .contains("### events/pride", "  - banners/8.png", "  - banners/a\\|\\<b\\>.png", "\\(`July 10`\\)");
    }

    @Test
    void limitsTheSizeOfTheJobSummary() throws IOException {
        jobSummary = Optional.of(Files.writeString(folder.resolve("summary.md"), "x".repeat(1024 * 1024 - 100)));
        put("pride/banners/small.png", TestImages.png("a", 320, 180));

        run("--format", "github");

        assertThat(Files.readString(jobSummary.get())).endsWith("see the log.\n");
        assertThat(jobSummary.get())
                .satisfies(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(1024 * 1024));
    }

    @Test
    void reportsAJobSummaryThatCannotBeWritten() {
        jobSummary = Optional.of(folder.resolve("nowhere/summary.md"));

        assertThat(run("--format", "github")).isZero();

        assertThat(messages(err))
                .singleElement()
                .asString()
                .contains("job summary can't be written: the folder ", "nowhere does not exist.")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "missing", "file.txt"})
    void reportsAnUnreadableRepository(String name) throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        Files.writeString(folder.resolve("file.txt"), "x");

        int status = commandLine().execute("validate", folder.resolve(name).toString());

        assertThat(status).isEqualTo(3);
        assertThat(messages(err)).singleElement().asString().contains(name, "events/");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "validate . --format xml", "validate . --format JSON", "validate a b"})
    void rejectsInvalidArguments(String call) {
        assertThat(commandLine().execute(call.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... options) {
        out.getBuffer().setLength(0);
        return commandLine()
                .execute(Stream.concat(Stream.of("validate", folder.toString()), Arrays.stream(options))
                        .toArray(String[]::new));
    }

    private CommandLine commandLine() {
        var settings = new SettingsLoader(folder, Map.of());
        return RootCommand.forHost(new ValidateCommand(new SourceArgument(settings, CLOCK), CLOCK, jobSummary))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private void write(String event, String settings, String description) throws IOException {
        put(event + "/meta.md", "---\n" + settings + "\n---\n" + description + "\n");
        put(event + "/banners/banner.png", TestImages.banner(event + " banner"));
        put(event + "/server_icons/icon.png", TestImages.png(event + " icon"));
    }

    private void put(String path, String content) throws IOException {
        put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String path, byte[] content) throws IOException {
        Path file = folder.resolve("events").resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
