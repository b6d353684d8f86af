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

/** Compares the commands that Discord has with one that is to be registered. */
final class RegisteredCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What Discord keeps of global commands only. */
    private static final List<String> GLOBAL_FIELDS = List.of("contexts", "integration_types");

    private RegisteredCommand() {}

    /** Whether registering {@code wanted} in a guild that has these commands would change nothing. */
    static boolean isAmong(List<Command> commands, SlashCommandData wanted) {
        JsonNode comparable = comparable(wanted);
        return commands.stream()
                .filter(existing -> existing.getType() == Command.Type.SLASH)
                .map(SlashCommandData::fromCommand)
                .anyMatch(existing -> comparable(existing).equals(comparable));
    }

    /** The command as JSON, with subcommands before groups: JDA doesn't keep how they were mixed. */
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
