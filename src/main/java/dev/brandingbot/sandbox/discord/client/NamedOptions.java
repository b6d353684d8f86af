package dev.brandingbot.sandbox.discord.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Parses the options of a command. In Discord's client every option has a name; here the name is optional if it is clear which option
 * is meant.
 */
final class NamedOptions {
    private NamedOptions() {}

    /**
     * Returns the options by name.
     *
     * @param path the command's words, like {@code branding about}
     * @param unnamed the text without a name; may be empty
     * @throws CommandRejectedException if it is not clear which option {@code unnamed} is meant for
     */
    static Map<String, String> parse(JsonNode definition, String path, String unnamed, SlashInvocation typed) {
        if (unnamed.isEmpty()) {
            return typed.options();
        }
        var free = unsetOptions(definition, typed.options());
        var option = targetOption(free, unnamed);
        if (option.isEmpty()) {
            throw new CommandRejectedException(free.isEmpty() ? tooMuch(path, unnamed) : hint(path, free, unnamed));
        }
        var options = new LinkedHashMap<>(typed.options());
        options.put(option, unnamed);
        return options;
    }

    /** Returns the options that were not given, required ones first. */
    static List<JsonNode> unsetOptions(JsonNode definition, Map<String, String> given) {
        return CommandParser.options(definition).stream()
                .filter(option -> !given.containsKey(name(option)))
                .toList();
    }

    /** Returns the name of the option that a value without a name is meant for; empty if that is not clear. */
    static String targetOption(List<JsonNode> free, String unnamed) {
        if (free.size() == 1) {
            return name(free.get(0));
        }
        var required = free.stream()
                .filter(option -> option.path("required").asBoolean())
                .toList();
        return required.size() == 1 && !unnamed.contains(" ") ? name(required.get(0)) : "";
    }

    private static String hint(String path, List<JsonNode> free, String unnamed) {
        var others = free.stream().skip(1).map(option -> name(option) + ":…");
        var first = name(free.get(0)) + ":" + unnamed.split(" ", 2)[0];
        var example = Stream.concat(Stream.of(first), others);
        return "Give options as name:value, like /%s %s".formatted(path, String.join(" ", example.toList()));
    }

    private static String tooMuch(String path, String unnamed) {
        return "/%s has no more options, so \"%s\" is not understood.".formatted(path, unnamed);
    }

    private static String name(JsonNode option) {
        return option.path("name").asText();
    }
}
