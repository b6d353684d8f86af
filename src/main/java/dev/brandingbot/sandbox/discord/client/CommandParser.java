package dev.brandingbot.sandbox.discord.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.model.FakeGuildState;
import dev.brandingbot.sandbox.discord.model.FakeMember;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.validation.CommandValidator;
import dev.brandingbot.sandbox.server.Json;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import net.dv8tion.jda.api.Permission;

/** Parses typed commands into interaction data, as Discord's client does. */
public final class CommandParser {
    private final FakeGuildState guild;
    private final CommandStore commands;

    public CommandParser(FakeGuildState guild, CommandStore commands) {
        this.guild = guild;
        this.commands = commands;
    }

    /**
     * Returns the data of the interaction.
     *
     * @param typed the command
     * @param focused the option to complete; empty if the command is sent
     * @throws CommandRejectedException if the client would not send it
     */
    ObjectNode data(SlashInvocation typed, Optional<String> focused) {
        var words = new ArrayDeque<>(List.of(typed.command().split(" ", -1)));
        var name = words.removeFirst();
        var root = commands.find(name).orElseThrow(() -> unknown(name));
        checkPermission(root, guild.member(typed.memberId()));
        var data = Json.object()
                .put("id", root.path("id").asText())
                .put("name", root.path("name").asText());
        data.put("type", 1).put("guild_id", GuildJson.id(guild.id()));
        var definition = root;
        var target = data;
        var path = name;
        while (hasNested(definition)) {
            var parent = definition;
            var parentPath = path;
            var word = Optional.ofNullable(words.pollFirst()).orElse("");
            definition = option(parent, word).orElseThrow(() -> incomplete(parent, parentPath));
            path = path + " " + word;
            var nested =
                    Json.object().put("type", definition.path("type").asInt()).put("name", word);
            target.putArray("options").add(nested);
            target = nested;
        }
        data.set("resolved", Json.object());
        var named = NamedOptions.parse(definition, path, String.join(" ", words), typed);
        new OptionEncoder(guild, data.withObjectProperty("resolved")).write(definition, named, focused, target);
        return data;
    }

    private void checkPermission(JsonNode root, FakeMember member) {
        var required = root.path("default_member_permissions");
        if (required.isMissingNode() || required.isNull()) {
            return;
        }
        var permissions = guild.permissions(member);
        var isAllowed = required.asLong() == 0
                ? permissions.contains(Permission.ADMINISTRATOR)
                : permissions.containsAll(Permission.getPermissions(required.asLong()));
        if (!isAllowed) {
            throw new CommandRejectedException("You do not have permission to use this command.");
        }
    }

    private static CommandRejectedException unknown(String name) {
        return new CommandRejectedException("Unknown command: /%s. /help lists all commands.".formatted(name));
    }

    private static CommandRejectedException incomplete(JsonNode definition, String path) {
        var names = options(definition).stream()
                .map(option -> option.path("name").asText())
                .toList();
        return new CommandRejectedException("/%s needs one of these: %s.".formatted(path, String.join(", ", names)));
    }

    /** Whether a command or group has subcommands or groups, so that it can't be sent itself. */
    static boolean hasNested(JsonNode definition) {
        return options(definition).stream().anyMatch(CommandValidator::isNested);
    }

    static List<JsonNode> options(JsonNode definition) {
        return StreamSupport.stream(definition.path("options").spliterator(), false)
                .toList();
    }

    static Optional<JsonNode> option(JsonNode definition, String name) {
        return options(definition).stream()
                .filter(option -> option.path("name").asText().equals(name))
                .findFirst();
    }
}
