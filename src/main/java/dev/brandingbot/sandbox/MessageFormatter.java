package dev.brandingbot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.app.LineWrap;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Formats a message for a terminal, similar to Discord's client.
 *
 * @param width the number of columns
 * @param markup renders times and mentions
 */
record MessageFormatter(int width, Markup markup) {
    private static final String INDENT = "    ";
    private static final String EMBED = "  | ";

    /** Returns the lines of the message's text, embeds, files and enabled buttons. */
    List<String> lines(FakeMessage message) {
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
        var fields =
                StreamSupport.stream(embed.path("fields").spliterator(), false).map(MessageFormatter::field);
        var texts = Stream.of(
                Stream.of(
                        embed.path("title").asText(), embed.path("description").asText()),
                fields,
                Stream.of(embed.path("footer").path("text").asText()));
        return texts.flatMap(parts -> parts).flatMap(text -> wrapped(text, EMBED));
    }

    private static String field(JsonNode field) {
        var separator = field.path("inline").asBoolean() ? ": " : ":\n";
        return field.path("name").asText() + separator + field.path("value").asText();
    }

    private static String attachment(FakeMessage.File file) {
        return file.dimensions()
                .map(size -> "[image %s %s×%s]".formatted(file.name(), size.width, size.height))
                .orElseGet(() -> String.format(Locale.ENGLISH, "[file %s, %,d bytes]", file.name(), file.size()));
    }

    private Stream<String> wrapped(String text, String margin) {
        return markup.render(text)
                .lines()
                .flatMap(line -> LineWrap.wrap(line, width - margin.length()).stream())
                .map(line -> (margin + line).stripTrailing());
    }
}
