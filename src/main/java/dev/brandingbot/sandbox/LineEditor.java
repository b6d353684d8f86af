package dev.brandingbot.sandbox;

import dev.brandingbot.sandbox.discord.client.CommandCompleter.Choice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.CompletionMatcherImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Edits lines in the terminal of this process, with a history and with completion by the Tab key. What is printed meanwhile, by
 * {@link #printer} or to the standard error, appears above the line that is being typed. Uses no colors.
 */
final class LineEditor implements LineInput, AutoCloseable {
    /** Characters that the sandbox prints, and that an encoding for English alone lacks. */
    private static final String TYPICAL_TEXT = "·–×…";

    /** Without colors, whatever NO_COLOR says. */
    private static final Map<String, String> STYLES = Map.of(
            LineReader.COMPLETION_STYLE_DESCRIPTION, "",
            LineReader.COMPLETION_STYLE_STARTING, "",
            LineReader.COMPLETION_STYLE_SELECTION, "inverse",
            LineReader.COMPLETION_STYLE_LIST_DESCRIPTION, "",
            LineReader.COMPLETION_STYLE_LIST_STARTING, "",
            LineReader.COMPLETION_STYLE_LIST_SELECTION, "inverse");

    private final Terminal terminal;
    private final LineReader reader;
    private final PrintStream standardError = System.err;
    private volatile Function<String, List<Choice>> choices = typed -> List.of();

    LineEditor(Terminal terminal) {
        this.terminal = terminal;
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser((line, cursor, context) -> new TypedText(line, cursor))
                .completer((reader, typed, candidates) -> candidates.addAll(candidates(typed.word())))
                .completionMatcher(new EveryCandidate())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        STYLES.forEach(reader::setVariable);
        System.setErr(new PrintStream(new Lines(printer()), true, Charset.defaultCharset()));
    }

    /** Opens the terminal. Returns empty if there is none, or none in which a line can be edited. */
    static Optional<LineEditor> open() {
        if (!isCapable(Optional.ofNullable(System.getenv("TERM")))) {
            return Optional.empty();
        }
        try {
            // No native library: it would have to be unpacked, and allowed.
            var terminal = TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                    .dumb(false)
                    .provider("exec")
                    .build();
            return Optional.of(new LineEditor(terminal));
        } catch (IOException | IllegalStateException noTerminal) {
            return Optional.empty();
        }
    }

    private static boolean isCapable(Optional<String> type) {
        return type.filter(name -> !name.isEmpty() && !name.startsWith("dumb")).isPresent()
                && Charset.forName(System.getProperty("native.encoding", "UTF-8"))
                        .newEncoder()
                        .canEncode(TYPICAL_TEXT);
    }

    /** The number of columns; 0 if the terminal does not tell. */
    int width() {
        return terminal.getSize().getColumns();
    }

    @Override
    public void complete(Function<String, List<Choice>> offered) {
        choices = offered;
    }

    private List<Candidate> candidates(String typed) {
        var candidates = new ArrayList<Candidate>();
        for (var choice : choices.apply(typed)) {
            var description = choice.description().isEmpty() ? null : choice.description();
            candidates.add(new Candidate(
                    choice.text(),
                    choice.label(),
                    null,
                    description,
                    null,
                    null,
                    choice.isComplete(),
                    candidates.size()));
        }
        return candidates;
    }

    /** Ctrl+C drops the line; an empty one, like Ctrl+D, ends the input. */
    @Override
    public @Nullable String readLine(String prompt) {
        while (true) {
            try {
                return reader.readLine(prompt);
            } catch (UserInterruptException interrupt) {
                if (interrupt.getPartialLine().isBlank()) {
                    return null;
                }
            } catch (EndOfFileException end) {
                return null;
            }
        }
    }

    /** Prints whole lines above the one that is being typed, each at once. Thread-safe. */
    PrintWriter printer() {
        return new PrintWriter(new LinesAbove(reader), true);
    }

    /** Gives the terminal and the standard error back as they were. */
    @Override
    public void close() {
        System.setErr(standardError);
        try {
            terminal.close();
        } catch (IOException e) {
            standardError.println("The terminal could not be restored; type \"reset\": " + e.getMessage());
        }
    }

    /** All that was typed up to the cursor counts as one word, for which the choices are. */
    private record TypedText(String line, int cursor) implements CompletingParsedLine {
        @Override
        public String word() {
            return line.substring(0, cursor);
        }

        @Override
        public int wordCursor() {
            return cursor;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean isComplete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return cursor;
        }

        @Override
        public int rawWordLength() {
            return cursor;
        }
    }

    /** Offers every choice, because an event is also found by its title. Completes only text that the list of choices shows. */
    private static final class EveryCandidate extends CompletionMatcherImpl {
        private String typed = "";
        private boolean isShown;

        @Override
        public void compile(
                Map<LineReader.Option, Boolean> options,
                boolean isPrefix,
                CompletingParsedLine line,
                boolean isCaseInsensitive,
                int errors,
                @Nullable String originalGroupName) {
            super.compile(options, isPrefix, line, isCaseInsensitive, errors, originalGroupName);
            matchers = List.of(candidates -> candidates);
            typed = line.word();
        }

        @Override
        public List<Candidate> matches(List<Candidate> candidates) {
            isShown = candidates.stream().allMatch(choice -> choice.value().endsWith(choice.displ()));
            return super.matches(candidates);
        }

        @Override
        public String getCommonPrefix() {
            return isShown ? super.getCommonPrefix() : typed;
        }
    }

    private static final class LinesAbove extends Writer {
        private final LineReader reader;
        private final StringBuilder text = new StringBuilder();

        LinesAbove(LineReader reader) {
            this.reader = reader;
        }

        @Override
        public void write(char[] buffer, int offset, int length) {
            synchronized (lock) {
                text.append(buffer, offset, length);
            }
        }

        @Override
        public void flush() {
            synchronized (lock) {
                var end = text.lastIndexOf("\n") + 1;
                if (end > 0) {
                    reader.printAbove(text.substring(0, end));
                    text.delete(0, end);
                }
            }
        }

        @Override
        public void close() {
            flush();
        }
    }

    /** Passes on whole lines of bytes as text. */
    private static final class Lines extends OutputStream {
        private final PrintWriter target;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(PrintWriter target) {
            this.target = target;
        }

        @Override
        public synchronized void write(int value) {
            if (value == '\n') {
                target.println(line.toString(Charset.defaultCharset()).stripTrailing());
                line.reset();
            } else {
                line.write(value);
            }
        }
    }
}
