package dev.brandingbot.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Replaces characters that a terminal's encoding lacks by similar ones: a dash by a hyphen, × by x, and é by e. The JDK would print a
 * question mark for each.
 */
final class TerminalText {
    private static final Map<Integer, String> SIMILAR = Map.ofEntries(
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '−', "-"),
            Map.entry((int) '‐', "-"),
            Map.entry((int) '×', "x"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '„', "\""),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '•', "*"),
            Map.entry((int) '·', "*"),
            Map.entry((int) '→', "->"),
            Map.entry((int) 'ß', "ss"));

    private TerminalText() {}

    /** Returns a writer for the process's standard output. */
    static PrintWriter standardOutput(OutputStream bytes) {
        return printer(bytes, encoding("stdout"));
    }

    /** Returns a writer for the process's standard error. */
    static PrintWriter standardError(OutputStream bytes) {
        return printer(bytes, encoding("stderr"));
    }

    /** Returns the encoding of {@code stdout} or {@code stderr}. Before JDK 19, only a terminal has a system property for it. */
    static Charset encoding(String stream) {
        return Stream.of(stream + ".encoding", "sun." + stream + ".encoding", "native.encoding")
                .flatMap(property -> Optional.ofNullable(System.getProperty(property)).stream())
                .findFirst()
                .map(Charset::forName)
                .orElse(Charset.defaultCharset());
    }

    /** Returns a writer that replaces unsupported characters. */
    static PrintWriter printer(OutputStream bytes, Charset encoding) {
        return new PrintWriter(new Replacing(new OutputStreamWriter(bytes, encoding), encoding), true);
    }

    /** Returns a text in which the characters that an encoder can't encode are replaced. */
    static String replaceUnsupported(String text, CharsetEncoder encoder) {
        if (encoder.canEncode(text)) {
            return text;
        }
        var result = new StringBuilder();
        text.codePoints().forEach(character -> {
            var itself = Character.toString(character);
            result.append(encoder.canEncode(itself) ? itself : replacement(character, encoder));
        });
        return result.toString();
    }

    private static String replacement(int character, CharsetEncoder encoder) {
        var known = SIMILAR.get(character);
        if (known != null) {
            return known;
        }
        var parts = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
        var kept = new StringBuilder();
        parts.codePoints()
                .mapToObj(Character::toString)
                .filter(encoder::canEncode)
                .forEach(kept::append);
        return kept.isEmpty() ? "?" : kept.toString();
    }

    private static final class Replacing extends Writer {
        private final Writer target;
        private final CharsetEncoder encoder;

        Replacing(Writer target, Charset encoding) {
            super(target);
            this.target = target;
            this.encoder = encoding.newEncoder();
        }

        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            synchronized (lock) {
                target.write(replaceUnsupported(new String(buffer, offset, length), encoder));
            }
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }

        @Override
        public void close() throws IOException {
            target.close();
        }
    }
}
