package dev.brandingbot.sandbox.discord.client;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * The usage of a slash command.
 *
 * @param usage the command with its options, like {@code /branding event pin event: [until:]}
 * @param description a short description
 */
public record CommandUsage(String usage, String description) {
    /** Returns the usages of all commands, in the order in which Discord shows them. */
    public static List<CommandUsage> all(List<JsonNode> commands) {
        return commands.stream().flatMap(command -> usages("/", command)).toList();
    }

    private static Stream<CommandUsage> usages(String before, JsonNode definition) {
        var words = before + definition.path("name").asText();
        var options = CommandParser.options(definition);
        return CommandParser.hasNested(definition)
                ? options.stream().flatMap(nested -> usages(words + " ", nested))
                : Stream.of(new CommandUsage(
                        Stream.concat(Stream.of(words), options.stream().map(CommandUsage::option))
                                .collect(joining(" ")),
                        definition.path("description").asText()));
    }

    private static String option(JsonNode option) {
        var name = option.path("name").asText() + ":";
        return option.path("required").asBoolean() ? name : "[" + name + "]";
    }
}
