package dev.brandingbot.app.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** Compares a command with those that are registered in a guild. */
final class RegisteredCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fields that Discord stores only for global commands. */
    private static final List<String> GLOBAL_FIELDS = List.of("contexts", "integration_types");

    private RegisteredCommand() {}

    /**
     * Whether registering a command would change nothing.
     *
     * @param commands the registered commands
     * @param wanted the command to register
     */
    static boolean isAmong(List<Command> commands, SlashCommandData wanted) {
        JsonNode comparable = comparable(wanted);
        return commands.stream()
                .filter(existing -> existing.getType() == Command.Type.SLASH)
                .map(SlashCommandData::fromCommand)
                .anyMatch(existing -> comparable(existing).equals(comparable));
    }

    /** Returns the command as JSON, with subcommands before groups, because JDA does not preserve their order. */
    private static JsonNode comparable(SlashCommandData command) {
        ObjectNode json = json(command);
        json.remove(GLOBAL_FIELDS);
        List<JsonNode> options = StreamSupport.stream(json.path("options").spliterator(), false)
                .sorted(Comparator.comparingInt(option -> option.path("type").asInt()))
                .toList();
        json.putArray("options").addAll(options);
        return json;
    }

    private static ObjectNode json(SlashCommandData command) {
        try {
            return (ObjectNode) JSON.readTree(command.toData().toString());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
