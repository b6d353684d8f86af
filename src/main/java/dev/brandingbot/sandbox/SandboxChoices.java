package dev.brandingbot.sandbox;

import dev.brandingbot.sandbox.discord.client.CommandCompleter.Choice;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Completes the sandbox's own commands. */
final class SandboxChoices {
    private SandboxChoices() {}

    /**
     * Returns the completions of a text.
     *
     * @param typed the text
     * @param members the names for /as
     * @param labels the labels of the enabled buttons
     */
    static List<Choice> complete(String typed, Collection<String> members, Collection<String> labels) {
        var space = typed.indexOf(' ');
        if (space < 0) {
            return SandboxHelp.COMMANDS.stream()
                    .map(usage ->
                            new Choice(firstWord(usage.usage()), firstWord(usage.usage()), usage.description(), true))
                    .filter(choice -> choice.text().startsWith(typed))
                    .toList();
        }
        var command = typed.substring(0, space);
        var values = Map.of("/as", members, "/click", labels, "/clock", List.of("run"))
                .getOrDefault(command, List.of());
        return values.stream()
                .map(value -> new Choice(command + " " + value, value, "", true))
                .filter(choice -> choice.text().toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String firstWord(String usage) {
        return Stream.of(usage.split(" ")).findFirst().orElse(usage);
    }
}
