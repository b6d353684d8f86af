package dev.brandingbot.app;

import static dev.brandingbot.testing.PrintedErrors.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.app.settings.CliException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class RootCommandTest {
    private static final String LONG_MESSAGE =
            "BRANDING_GUILD_ID is missing: set it to the server's ID, a number of 17 to 20 digits (in Discord: Developer Mode on,"
                    + " then Copy Server ID).";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void givesTheStatusOfItsCommand() {
        assertThat(run("try", "--status", "0")).isZero();
        assertThat(run("try", "--status", "7")).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "walk", "--fly", "try --fly", "try --status", "try --status many", "try here"})
    void printsOneLineAndTheUsageForInvalidArguments(String call) {
        int status = run(call.isEmpty() ? new String[0] : call.split(" "));

        assertThat(status).isEqualTo(2);
        assertThat(err.toString().lines().toList())
                .satisfies(lines -> assertThat(lines.get(0)).isNotBlank())
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("Usage: branding-bot"));
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--token=s3cret",
                "--token=secret",
                "try --token s3cret",
                "try --token secret",
                "try -ts3cret",
                "try s3cret",
                "try --s3cret",
                "try --status=s3cret",
                "try --status s3cret",
                "try --status 1 --status s3cret"
            })
    void neverRepeatsAPossibleSecret(String call) {
        assertThat(run(call.split(" "))).isEqualTo(2);

        assertThat(err.toString()).doesNotContain("s3cret", "secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | A command is missing: use try.",
                "try --status | --status needs a value: --status NUMBER.",
                "try --status many | --status many is not an int.",
                "try --file= | --file is empty: name a file or folder.",
            })
    void describesInvalidArgumentsInASentence(String call, String message) {
        run(call.isEmpty() ? new String[0] : call.split(" "));

        assertThat(err.toString()).startsWith(message + System.lineSeparator());
    }

    @Test
    void namesTheUnknownOption() {
        run("try", "--fly=1");

        assertThat(err.toString()).startsWith("There is no option or command --fly.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "2027-01-01",
                "12/25/2026",
                "many",
                "year.pdf",
                "out/my-year.svg",
                "python-discord/branding"
            })
    void repeatsHarmlessValues(String value) {
        run("try", "--status", value);

        assertThat(err.toString().lines().findFirst().orElseThrow())
                .contains(value)
                .doesNotContain("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "try --help", "--version", "try --version"})
    void helpsOnEveryLevel(String call) {
        int status = run(call.split(" "));

        assertThat(status).isZero();
        assertThat(out.toString()).contains("branding-bot");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void printsAMessageForEachProblemWhenTheCommandFails() {
        int status = run("try", "--failure", "start");

        assertThat(status).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("Fix this.", "Fix that.");
    }

    @Test
    void wrapsLongMessages() {
        run("try", "--failure", "long");

        assertThat(err.toString().lines())
                .hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(messages(err)).containsExactly(LONG_MESSAGE, "Fix that.");
    }

    @Test
    void printsOneMessageForAnUnexpectedFailure() {
        int status = run("try", "--failure", "unexpected");

        assertThat(status).isEqualTo(1);
        assertThat(messages(err)).singleElement().asString().contains("IllegalStateException: odd", "--verbose");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--verbose try --failure start", "try --verbose --failure start"})
    void printsTheStackTraceInVerboseMode(String call) {
        assertThat(run(call.split(" "))).isEqualTo(1);
        assertThat(err.toString()).contains("at dev.brandingbot.app");
    }

    private int run(String... arguments) {
        CommandLine commandLine = RootCommand.forHost(new Try());
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }

    @Command(name = "try", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class)
    static final class Try implements Callable<Integer> {
        @Option(names = "--status", paramLabel = "NUMBER")
        int status;

        @Option(names = "--file")
        Path file;

        @Option(names = "--failure")
        String failure = "none";

        @Override
        public Integer call() throws CliException {
            switch (failure) {
                case "start" -> throw new CliException("Fix this.\nFix that.");
                case "long" -> throw new CliException(LONG_MESSAGE + "\nFix that.");
                case "unexpected" -> throw new IllegalStateException("odd\nand more");
                default -> {
                    return status;
                }
            }
        }
    }
}
