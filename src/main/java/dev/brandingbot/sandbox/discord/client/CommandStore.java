package dev.brandingbot.sandbox.discord.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.model.DiscordApiException;
import dev.brandingbot.sandbox.discord.model.FakeGuildState;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.model.ListenerList;
import dev.brandingbot.sandbox.discord.model.SnowflakeGenerator;
import dev.brandingbot.sandbox.discord.validation.CommandValidator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bot's commands in the guild, by name. Thread-safe. */
public final class CommandStore {
    private static final int SLASH = 1;

    private final FakeGuildState guild;
    private final SnowflakeGenerator snowflakes;
    private final ListenerList listeners;
    private final Map<String, JsonNode> commands = new LinkedHashMap<>();

    public CommandStore(FakeGuildState guild, SnowflakeGenerator snowflakes, ListenerList listeners) {
        this.guild = guild;
        this.snowflakes = snowflakes;
        this.listeners = listeners;
    }

    public synchronized List<JsonNode> commands() {
        return List.copyOf(commands.values());
    }

    public synchronized Optional<JsonNode> find(String name) {
        return Optional.ofNullable(commands.get(name));
    }

    public JsonNode get(long id) {
        return commands().stream()
                .filter(command -> command.path("id").asLong() == id)
                .findFirst()
                .orElseThrow(DiscordApiException::unknownCommand);
    }

    /** Adds a command, or replaces the one with the same name. */
    public JsonNode upsert(JsonNode definition) {
        CommandValidator.validate(definition);
        var command = put(definition);
        notifyListeners();
        return command;
    }

    /** Replaces all commands. */
    public List<JsonNode> replace(JsonNode definitions) {
        definitions.forEach(CommandValidator::validate);
        synchronized (this) {
            var before = Map.copyOf(commands);
            commands.clear();
            definitions.forEach(definition -> put(
                    definition,
                    Optional.ofNullable(before.get(definition.path("name").asText()))));
        }
        notifyListeners();
        return commands();
    }

    public JsonNode edit(long id, JsonNode changes) {
        var before = get(id);
        ObjectNode definition = before.deepCopy();
        changes.properties().forEach(change -> definition.set(change.getKey(), change.getValue()));
        CommandValidator.validate(definition);
        synchronized (this) {
            commands.remove(before.path("name").asText());
            put(definition, Optional.of(before));
        }
        notifyListeners();
        return get(id);
    }

    public void delete(long id) {
        var command = get(id);
        synchronized (this) {
            commands.remove(command.path("name").asText());
        }
        notifyListeners();
    }

    private synchronized JsonNode put(JsonNode definition) {
        return put(definition, find(definition.path("name").asText()));
    }

    private synchronized JsonNode put(JsonNode definition, Optional<JsonNode> before) {
        ObjectNode command = definition.deepCopy();
        var id = before.map(known -> known.path("id").asLong()).orElseGet(snowflakes::next);
        command.put("id", GuildJson.id(id))
                .put("application_id", GuildJson.id(guild.bot().id()));
        command.put("guild_id", GuildJson.id(guild.id())).put("version", GuildJson.id(snowflakes.next()));
        command.put("type", definition.path("type").asInt(SLASH));
        command.putNull("contexts").putArray("integration_types").add(0);
        commands.put(command.path("name").asText(), command);
        return command;
    }

    private void notifyListeners() {
        var names = commands().stream()
                .map(command -> command.path("name").asText())
                .toList();
        listeners.notify(listener -> listener.commandsChanged(names));
    }
}
