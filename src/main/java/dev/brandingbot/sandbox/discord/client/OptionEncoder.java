package dev.brandingbot.sandbox.discord.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.model.ChannelJson;
import dev.brandingbot.sandbox.discord.model.FakeGuildState;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.server.Json;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Encodes typed options for an interaction, each as its registered type. */
final class OptionEncoder {
    private static final int INTEGER = 4;
    private static final int BOOLEAN = 5;
    private static final int USER = 6;
    private static final int CHANNEL = 7;
    private static final int ROLE = 8;
    private static final int NUMBER = 10;

    private final FakeGuildState guild;
    private final GuildJson json;
    private final ObjectNode resolved;

    /**
     * @param guild the guild
     * @param resolved the field of the interaction that describes members, roles and channels
     */
    OptionEncoder(FakeGuildState guild, ObjectNode resolved) {
        this.guild = guild;
        this.json = new GuildJson(guild);
        this.resolved = resolved;
    }

    void write(JsonNode definition, Map<String, String> typed, Optional<String> focused, ObjectNode target) {
        var options = target.putArray("options");
        typed.forEach((name, value) -> {
            var option = CommandParser.option(definition, name)
                    .orElseThrow(() -> new CommandRejectedException(unknown(definition, name)));
            var isFocused = focused.filter(name::equals).isPresent();
            options.add(isFocused ? focused(option, value) : entered(option, value));
        });
        if (focused.isEmpty()) {
            checkRequired(definition, typed);
        }
    }

    private static String unknown(JsonNode definition, String name) {
        var known = CommandParser.options(definition).stream()
                .map(option -> option.path("name").asText())
                .toList();
        return known.isEmpty()
                ? "Unknown option: %s. This command has no options.".formatted(name)
                : "Unknown option: %s. The options are: %s.".formatted(name, String.join(", ", known));
    }

    private static void checkRequired(JsonNode definition, Map<String, String> typed) {
        CommandParser.options(definition).stream()
                .filter(option -> option.path("required").asBoolean())
                .map(option -> option.path("name").asText())
                .filter(name -> !typed.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new CommandRejectedException("The option %1$s is required: %1$s:…".formatted(name));
                });
    }

    private static ObjectNode focused(JsonNode definition, String value) {
        return head(definition).put("value", value).put("focused", true);
    }

    private ObjectNode entered(JsonNode definition, String value) {
        var option = head(definition);
        var chosen = chosen(definition, value);
        if (chosen.isPresent()) {
            option.set("value", chosen.get());
            return option;
        }
        try {
            return convert(option, definition.path("type").asInt(), value);
        } catch (IllegalArgumentException e) {
            throw new CommandRejectedException(
                    "Invalid value for " + definition.path("name").asText() + ": " + value);
        }
    }

    private ObjectNode convert(ObjectNode option, int type, String value) {
        return switch (type) {
            case INTEGER -> option.put("value", Long.parseLong(value));
            case NUMBER -> option.put("value", Double.parseDouble(value));
            case BOOLEAN -> option.put("value", booleanOf(value));
            case USER -> {
                var member = guild.member(Long.parseUnsignedLong(value));
                resolved.withObjectProperty("users").set(value, json.user(member));
                resolved.withObjectProperty("members")
                        .set(value, json.member(member).without("user"));
                yield option.put("value", value);
            }
            case ROLE -> {
                var role = guild.role(Long.parseUnsignedLong(value));
                resolved.withObjectProperty("roles").set(value, json.role(role));
                yield option.put("value", value);
            }
            case CHANNEL -> {
                var channel = guild.channel(Long.parseUnsignedLong(value))
                        .orElseThrow(() -> new IllegalArgumentException("No such channel"));
                resolved.withObjectProperty("channels").set(value, new ChannelJson(guild).full(channel));
                yield option.put("value", value);
            }
            default -> option.put("value", value);
        };
    }

    /** Returns the value of the choice with this name. */
    private static Optional<JsonNode> chosen(JsonNode definition, String value) {
        var choices = definition.path("choices");
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(StreamSupport.stream(choices.spliterator(), false)
                .filter(choice -> choice.path("name").asText().equals(value)
                        || choice.path("value").asText().equals(value))
                .map(choice -> choice.path("value"))
                .findFirst()
                .orElseThrow(() -> new CommandRejectedException("Not one of the choices: " + value)));
    }

    private static boolean booleanOf(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("Neither true nor false");
        };
    }

    private static ObjectNode head(JsonNode definition) {
        return Json.object()
                .put("type", definition.path("type").asInt())
                .put("name", definition.path("name").asText());
    }
}
