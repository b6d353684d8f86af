package dev.brandingbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.app.settings.CliException;
import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The sandbox as it is typed and read. */
class SandboxCommandIT {
    private static final Pattern FOLDER = Pattern.compile("events are in\\s+(\\S+)");

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void showsAnEventFirstAndEndsWithItsInput() throws Exception {
        var screen = play("");

        assertThat(screen).contains("Banner: events/", "Icon:   events/");
        assertThat(screen.lines().filter(line -> !line.contains("sandbox-")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void deletesItsFiles() throws Exception {
        var place = FOLDER.matcher(play("/quit\n/branding about\n"));

        assertThat(place.find()).isTrue();
        assertThat(Path.of(place.group(1)).getParent()).doesNotExist();
    }

    @Test
    void runsAtEveryMidnight() throws Exception {
        var screen = play("/clock run 2027-03-01\n", "--at", "2026-12-20");

        assertThat(screen)
                .containsSubsequence(
                        "2026-12-20 00:00  Icon:   events/winter_holidays",
                        "2026-12-27 00:00  Icon:   events/evergreen",
                        "2026-12-29 00:00  Icon:   events/new_year",
                        "2027-01-04 00:00  Icon:   events/evergreen",
                        "2027-02-10 00:00  Icon:   events/valentines",
                        "2027-02-23 00:00  Icon:   events/leap_week",
                        "2027-03-01 00:00  Icon:   events/evergreen",
                        "2027-03-01 00:00  The clock was set.");
    }

    @Test
    void setsTheClockWithoutIntermediateChecks() throws Exception {
        var screen = play("/clock 2027-06-05 18:30\n", "--at", "2026-11-01");

        assertThat(screen)
                .contains("2027-06-05 18:30  Icon:   events/pride", "branding-bot in #changelog:")
                .doesNotContain(
                        "Icon:   events/winter_holidays",
                        "#changelog:\n    A new event has started, and the server has a new look:\n  | Winter");
    }

    @Test
    void answersCommandsAsDiscordShowsThem() throws Exception {
        var screen = play(
                "/as member\n/branding sync\n/branding about\n/restart\n/branding calendar show\n/click Later\n",
                "--at",
                "2027-06-29T11:00");

        assertThat(screen)
                .containsSubsequence(
                        "You are now typing as member.",
                        "branding-bot answers, only for you:",
                        "  | Only for moderators",
                        "branding-bot answers:",
                        "  | Dates: June 1 – June 30",
                        "  | Next change: in 2 days",
                        "  | Next event: **Halloween** · in 118 days",
                        "    [image banner.png 960×540]",
                        "    [image icon.png 256×256]",
                        "The bot is running again.",
                        "  | **Halloween** · October 25 – October 31 · in 118 days",
                        "    [image calendar.png 1400×",
                        "The last answer has no button to click.");
    }

    @Test
    void suggestsValidInput() throws Exception {
        var screen = play("hello\n/clock tomorrow\n/as nobody\n/branding nothing\n/help\n");

        assertThat(screen)
                .contains(
                        "Commands begin with a slash",
                        "Write a date, like /clock 2026-12-25",
                        "There is no \"nobody\". Choose member, moderator or owner.",
                        "/branding needs one of these: about, sync, status,",
                        "  /clock run DATE");
    }

    @Test
    void quitsWithAnyArguments() throws Exception {
        var screen = play("/quit now\n/branding nothing\n");

        assertThat(screen).doesNotContain("Unknown command", "/branding needs");
    }

    @Test
    void pointsToTheHelpForAnUnknownCommand() throws Exception {
        var screen = play("/foo\n/branding event unskip\n");

        assertThat(screen)
                .contains("Unknown command: /foo. /help lists all commands.", "The option event is required: event:…");
    }

    @Test
    void reportsAnUnusablePortBeforeItGreets() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var screen = new StringWriter();
            var command = command("--port", Integer.toString(taken.getLocalPort()));

            assertThatThrownBy(() -> command.play(new BufferedReader(new StringReader("")), new PrintWriter(screen)))
                    .isInstanceOf(CliException.class);
            assertThat(screen.toString()).isEmpty();
        }
    }

    @Test
    void listsTheBotsCommandsInItsHelp() throws Exception {
        var screen = play("/help\n");

        assertThat(screen)
                .contains(
                        "  /branding about [event:]             Show the active event, or another one",
                        "  /branding event pin event: [until:]  Keep an event active")
                .doesNotContain("\n\n");
        assertThat(screen.lines().filter(line -> !line.contains("sandbox-")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void acceptsAValueWithoutANameIfItIsUnambiguous() throws Exception {
        var screen = play("/branding about winter holidays\n/branding event pin pride July 10\n", "--at", "2027-06-29");

        assertThat(screen)
                .contains(
                        "  | Winter Holidays",
                        "Give options as name:value, like /branding event pin",
                        "event:pride until:…");
    }

    @Test
    void showsScheduledEvents() throws Exception {
        var screen = play("/clock 2027-06-02\n/events\n/clock 2027-07-01\n", "--at", "2027-05-20");

        assertThat(screen)
                .containsSubsequence(
                        "2027-05-20 00:00  Scheduled event created: Pride",
                        "    2027-06-01 00:00 – 2027-07-01 00:00 UTC",
                        "2027-06-02 00:00  Scheduled event started: Pride",
                        "2027-06-02 00:00  Scheduled events:",
                        "  Pride (active)",
                        "    cover: events/pride/banners/",
                        "  Halloween",
                        "2027-07-01 00:00  Scheduled event ended: Pride",
                        "2027-07-01 00:00  Scheduled event created: New Year");
    }

    @Test
    void reportsNoProblemsIfTheClockIsInThePast() throws Exception {
        var screen = play("/clock 2021-06-02\n", "--at", "2020-12-20");

        assertThat(screen)
                .contains("2020-12-20 00:00  Scheduled event created: New Year")
                .doesNotContain("#mod-log", "in the past");
    }

    @Test
    void noticesAnEditOfItsEvents() throws Exception {
        SampleEvents.unpack(folder);
        var meta = folder.resolve("events/evergreen/meta.md");
        var typed = new PipedWriter();
        var in = new BufferedReader(new PipedReader(typed));
        var screen = new StringWriter();
        var command = command("--events", folder.toString(), "--at", "2027-03-10");
        var playing =
                CompletableFuture.runAsync(() -> play(command, in, screen), work -> new Thread(work, "player").start());
        await().atMost(TIMEOUT).until(() -> screen.toString().contains("Icon:   events/evergreen"));

        Files.writeString(meta, "---\nstart_date: May 1\nend_date: May 2\n---\nNo fallback any more\n");
        Files.writeString(
                folder.resolve("events/pride/meta.md"), "---\nstart_date: March 9\nend_date: March 11\n---\nMoved\n");

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(screen.toString())
                        .contains("Icon:   events/pride", "branding-bot in #changelog:", "Moved"));
        typed.close();
        playing.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void reportsAFolderWithoutEvents() {
        var command = command("--events", folder.toString());

        assertThatThrownBy(() ->
                        command.play(new BufferedReader(new StringReader("")), new PrintWriter(new StringWriter())))
                .isInstanceOf(CliException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("events/");
    }

    @Test
    void reportsAPortInUse() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());

            assertThatThrownBy(() -> play("", "--port", port))
                    .isInstanceOf(CliException.class)
                    .hasMessageContainingAll(port, "--port");
        }
    }

    @Test
    void rejectsAnInvalidPort() {
        assertThatThrownBy(() -> play("", "--port", "99999"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContainingAll("99999", "--port");
    }

    private static void play(SandboxCommand command, BufferedReader in, StringWriter screen) {
        try {
            command.play(in, new PrintWriter(screen));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String play(String typed, String... options) throws Exception {
        var screen = new StringWriter();
        command(options).play(new BufferedReader(new StringReader(typed)), new PrintWriter(screen));
        return screen.toString();
    }

    private static SandboxCommand command(String... options) {
        var command = new SandboxCommand();
        new CommandLine(command).parseArgs(options);
        return command;
    }
}
