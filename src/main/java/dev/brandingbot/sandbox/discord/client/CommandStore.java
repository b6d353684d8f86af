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

/** The bot's commands in the guild, by name. */
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

    public synchronized List<JsonNode> all() {
        return List.copyOf(commands.values());
    }

    public synchronized Optional<JsonNode> named(String name) {
        return Optional.ofNullable(commands.get(name));
    }

    public JsonNode withId(long id) {
        return all().stream()
                .filter(command -> command.path("id").asLong() == id)
                .findFirst()
                .orElseThrow(DiscordApiException::unknownCommand);
    }

    /** Adds a command, or puts it in the place of the one with its name. */
    public JsonNode upsert(JsonNode definition) {
        CommandValidator.check(definition);
        var command = put(definition);
        tell();
        return command;
    }

    /** Puts these commands in the place of all. */
    public List<JsonNode> replace(JsonNode definitions) {
        definitions.forEach(CommandValidator::check);
        synchronized (this) {
            var before = Map.copyOf(commands);
            commands.clear();
            definitions.forEach(definition -> put(
                    definition,
                    Optional.ofNullable(before.get(definition.path("name").asText()))));
        }
        tell();
        return all();
    }

    public JsonNode edit(long id, JsonNode changes) {
        var before = withId(id);
        ObjectNode definition = before.deepCopy();
        changes.properties().forEach(change -> definition.set(change.getKey(), change.getValue()));
        CommandValidator.check(definition);
        synchronized (this) {
            commands.remove(before.path("name").asText());
            put(definition, Optional.of(before));
        }
        tell();
        return withId(id);
    }

    public void delete(long id) {
        var command = withId(id);
        synchronized (this) {
            commands.remove(command.path("name").asText());
        }
        tell();
    }

    private synchronized JsonNode put(JsonNode definition) {
        return put(definition, named(definition.path("name").asText()));
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

    private void tell() {
        var names = all().stream().map(command -> command.path("name").asText()).toList();
        listeners.notify(listener -> listener.commandsChanged(names));
    }
}
