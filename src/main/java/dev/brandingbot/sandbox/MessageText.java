package dev.brandingbot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.sandbox.discord.Message;
import java.text.BreakIterator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Turns a message into lines of text, as near to what Discord's client shows as a terminal gets.
 *
 * @param width how many columns there are
 * @param clock what relative times count from
 */
record MessageText(int width, Clock clock) {
    private static final Pattern RELATIVE_TIME = Pattern.compile("<t:(-?\\d{1,12}):R>");
    private static final String INDENT = "    ";
    private static final String EMBED = "  | ";

    /** The message's text, its embeds, its files, and the buttons that can be clicked. */
    List<String> lines(Message message) {
        var buttons = message.buttons().stream()
                .filter(button -> !button.path("disabled").asBoolean())
                .map(button -> "%s[%s]  (/click %2$s)"
                        .formatted(INDENT, button.path("label").asText()));
        return Stream.of(
                        wrapped(message.content(), INDENT),
                        message.embeds().stream().flatMap(this::embed),
                        message.files().stream().map(file -> INDENT + attachment(file)),
                        buttons)
                .flatMap(lines -> lines)
                .toList();
    }

    private Stream<String> embed(JsonNode embed) {
        var fields = StreamSupport.stream(embed.path("fields").spliterator(), false)
                .map(field -> "%s: %s"
                        .formatted(
                                field.path("name").asText(), field.path("value").asText()));
        var texts = Stream.of(
                Stream.of(
                        embed.path("title").asText(), embed.path("description").asText()),
                fields,
                Stream.of(embed.path("footer").path("text").asText()));
        return texts.flatMap(parts -> parts).flatMap(text -> wrapped(text, EMBED));
    }

    private static String attachment(Message.File file) {
        return file.dimensions()
                .map(size -> "[image %s %s×%s]".formatted(file.name(), size.width, size.height))
                .orElseGet(() -> String.format(Locale.ENGLISH, "[file %s, %,d bytes]", file.name(), file.size()));
    }

    private Stream<String> wrapped(String text, String margin) {
        return RELATIVE_TIME
                .matcher(text)
                .replaceAll(this::relative)
                .lines()
                .flatMap(line -> wrap(line, width - margin.length()).stream())
                .map(line -> (margin + line).stripTrailing());
    }

    private static List<String> wrap(String line, int width) {
        var breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(line);
        var lines = new ArrayList<String>();
        var start = 0;
        var end = 0;
        for (var next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (next - start > width && end > start) {
                lines.add(line.substring(start, end));
                start = end;
            }
            end = next;
        }
        lines.add(line.substring(start));
        return lines;
    }

    private String relative(MatchResult time) {
        var away = Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(time.group(1))));
        var words = inWords(away.abs().toSeconds());
        return away.isNegative() ? words + " ago" : "in " + words;
    }

    private static String inWords(long seconds) {
        return Stream.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES)
                .filter(unit -> rounded(seconds, unit) > 0)
                .findFirst()
                .map(unit -> inWords(rounded(seconds, unit), unit))
                .orElse("a few seconds");
    }

    private static String inWords(long count, ChronoUnit unit) {
        var words = unit.toString().toLowerCase(Locale.ROOT);
        return count == 1 ? "1 " + words.substring(0, words.length() - 1) : count + " " + words;
    }

    private static long rounded(long seconds, ChronoUnit unit) {
        return Math.round((double) seconds / unit.getDuration().toSeconds());
    }
}
