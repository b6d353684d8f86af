package dev.brandingbot.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.sandbox.discord.client.CommandCompleter.Choice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The editor with a terminal in memory. */
class LineEditorTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private LineDisciplineTerminal terminal;
    private LineEditor editor;

    @BeforeEach
    void open() throws IOException {
        terminal = new LineDisciplineTerminal("test", "xterm", screen, UTF_8);
        editor = new LineEditor(terminal);
        editor.complete(typed -> Stream.of("/clock run", "/clock 2027", "/quit")
                .filter(text -> text.startsWith(typed))
                .map(text -> new Choice(text, text, "", true))
                .toList());
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void completesByTab() throws IOException {
        type("/q\t\r/cl\tr\t\r");

        assertThat(editor.readLine("> ")).isEqualTo("/quit ");
        assertThat(editor.readLine("> ")).isEqualTo("/clock run ");
    }

    @Test
    void completesOnlyWhatTheListShows() throws IOException {
        editor.complete(typed -> List.of(
                new Choice("/about event:events/easter", "Easter", "", true),
                new Choice("/about event:events/pride", "Pride", "", true)));
        type("/about event:\t\r");

        assertThat(editor.readLine("> ")).isEqualTo("/about event:");
    }

    @Test
    void completesTheCommonStartOfNames() throws IOException {
        editor.complete(typed -> List.of(
                new Choice("/branding event pin", "pin", "", true),
                new Choice("/branding event pins", "pins", "", true)));
        type("/branding event p\t\r");

        assertThat(editor.readLine("> ")).isEqualTo("/branding event pin");
    }

    @Test
    void remembersEarlierLines() throws IOException {
        type("/one\r/two\r\020\020\r");

        assertThat(List.of(editor.readLine("> "), editor.readLine("> "), editor.readLine("> ")))
                .containsExactly("/one", "/two", "/one");
    }

    @Test
    void endsWithTheInput() throws IOException {
        type("\004");

        assertThat(editor.readLine("> ")).isNull();
    }

    @Test
    void printsAboveTheLineThatIsBeingTyped() throws IOException {
        var line = CompletableFuture.supplyAsync(() -> editor.readLine("> "));
        type("/half");
        await().until(() -> screen.toString(UTF_8).contains("/half"));

        editor.printer().println("News");
        System.err.println("An error");
        type(" done\r");

        assertThat(line).succeedsWithin(Duration.ofSeconds(30)).isEqualTo("/half done");
        assertThat(screen.toString(UTF_8)).contains("News", "An error").containsSubsequence("An error", "/half");
    }

    private void type(String keys) throws IOException {
        terminal.processInputBytes(keys.getBytes(UTF_8));
    }
}
