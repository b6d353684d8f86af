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
 * Reads lines from the terminal of this process, with a history and completion by the Tab key. Text that {@link #printer} or the
 * standard error prints while a line is typed appears above it. Uses no colors.
 */
final class LineEditor implements LineInput, AutoCloseable {
    /** Characters that the sandbox prints and that ASCII lacks. */
    private static final String TYPICAL_TEXT = "·–×…";

    /** Disables colors, regardless of NO_COLOR. */
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
        System.setErr(new PrintStream(new LinePrintingStream(printer()), true, Charset.defaultCharset()));
    }

    /** Opens the terminal. Returns empty if there is none, or if it does not support line editing. */
    static Optional<LineEditor> open() {
        if (!isCapable(Optional.ofNullable(System.getenv("TERM")))) {
            return Optional.empty();
        }
        try {
            // A native library would have to be unpacked, and would need permission.
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

    /** Returns the number of columns; 0 if it is unknown. */
    int width() {
        return terminal.getSize().getColumns();
    }

    @Override
    public void complete(Function<String, List<Choice>> newChoices) {
        choices = newChoices;
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

    /** Reads a line. Ctrl+C discards it; Ctrl+C on an empty line and Ctrl+D end the input. */
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

    /** Returns a writer that prints complete lines above the one that is being typed. Thread-safe. */
    PrintWriter printer() {
        return new PrintWriter(new AboveLineWriter(reader), true);
    }

    /** Restores the terminal and the standard error. */
    @Override
    public void close() {
        System.setErr(standardError);
        try {
            terminal.close();
        } catch (IOException e) {
            standardError.println("The terminal could not be restored; type \"reset\": " + e.getMessage());
        }
    }

    /** Treats the whole text up to the cursor as one word to complete. */
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

    private static final class AboveLineWriter extends Writer {
        private final LineReader reader;
        private final StringBuilder text = new StringBuilder();

        AboveLineWriter(LineReader reader) {
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

    /** Decodes bytes and prints them as complete lines. */
    private static final class LinePrintingStream extends OutputStream {
        private final PrintWriter target;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        LinePrintingStream(PrintWriter target) {
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
