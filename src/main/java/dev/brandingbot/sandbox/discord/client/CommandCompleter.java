package dev.brandingbot.sandbox.discord.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.sandbox.discord.model.InteractionResult;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Completes slash commands as Discord's client does: commands, options, and the values that the bot suggests.
 */
public final class CommandCompleter {
    private static final Pattern VALUE = Pattern.compile("(?<before>(?:.*\\s)?)(?<name>[-\\w]+):(?<value>[^:]*)");
    private static final long ANSWER_TIMEOUT_SECONDS = 3;

    private final CommandStore commands;
    private final BiFunction<SlashInvocation, String, CompletableFuture<InteractionResult>> bot;

    /**
     * @param commands the bot's commands
     * @param bot asks the bot for values of an option
     */
    public CommandCompleter(
            CommandStore commands, BiFunction<SlashInvocation, String, CompletableFuture<InteractionResult>> bot) {
        this.commands = commands;
        this.bot = bot;
    }

    /**
     * A completion.
     *
     * @param text the completed text
     * @param label the label in the list of choices
     * @param description a description; may be empty
     * @param isComplete whether a space follows
     */
    public record Choice(String text, String label, String description, boolean isComplete) {}

    /** A command that is being typed, up to its options. */
    private record Leaf(JsonNode definition, String start, long memberId, long channelId) {}

    /** Returns the completions of a text; empty if it does not begin a command. Blocks for up to three seconds while the bot answers. */
    public List<Choice> complete(String typed, long memberId, long channelId) throws InterruptedException {
        if (!typed.startsWith("/")) {
            return List.of();
        }
        var words = new ArrayDeque<>(List.of(typed.substring(1).split("\\s+", -1)));
        var level = commands.commands();
        var start = "/";
        while (words.size() > 1) {
            var word = words.removeFirst();
            var definition = named(level, word);
            if (definition.isEmpty()) {
                return List.of();
            }
            start += word + " ";
            if (!CommandParser.hasNested(definition.get())) {
                return options(new Leaf(definition.get(), start, memberId, channelId), String.join(" ", words));
            }
            level = CommandParser.options(definition.get());
        }
        return names(level, start, words.removeFirst());
    }

    private static Optional<JsonNode> named(List<JsonNode> level, String name) {
        return level.stream()
                .filter(definition -> definition.path("name").asText().equals(name))
                .findFirst();
    }

    private static List<Choice> names(List<JsonNode> level, String start, String typed) {
        return level.stream()
                .filter(definition -> definition.path("name").asText().startsWith(typed))
                .map(definition -> name(start, definition))
                .toList();
    }

    /** Shows a slash before the name of a command, but not of a subcommand. */
    private static Choice name(String start, JsonNode definition) {
        var name = definition.path("name").asText();
        var label = start.equals("/") ? start + name : name;
        return new Choice(start + name, label, definition.path("description").asText(), true);
    }

    private static Choice optionName(String start, JsonNode definition) {
        var name = definition.path("name").asText() + ":";
        return new Choice(start + name, name, definition.path("description").asText(), false);
    }

    private List<Choice> options(Leaf leaf, String typed) throws InterruptedException {
        var begin = typed.lastIndexOf(' ') + 1;
        var before = typed.substring(0, begin);
        var word = typed.substring(begin);
        var free = NamedOptions.unsetOptions(leaf.definition(), given(leaf, before));
        var names = free.stream()
                .filter(option -> option.path("name").asText().startsWith(word))
                .map(option -> optionName(leaf.start() + before, option))
                .toList();
        var value = VALUE.matcher(typed);
        var all = value.matches() ? withValues(leaf, value, names, typed) : names;
        return all.isEmpty() ? values(leaf, before, NamedOptions.targetOption(free, word), word) : all;
    }

    /** A space may be part of a value, or end it, so that an option can follow. */
    private List<Choice> withValues(Leaf leaf, Matcher value, List<Choice> names, String typed)
            throws InterruptedException {
        var values = values(leaf, value.group("before"), value.group("name"), value.group("value"));
        var isChosen = values.stream().anyMatch(choice -> choice.text().equals(leaf.start() + typed.strip()));
        if (isChosen && typed.endsWith(" ")) {
            return names;
        }
        return value.group("value").contains(" ")
                ? Stream.concat(names.stream(), values.stream()).toList()
                : values;
    }

    private static Map<String, String> given(Leaf leaf, String text) {
        return SlashInvocation.parse(leaf.start() + text, leaf.memberId(), leaf.channelId())
                .options();
    }

    private List<Choice> values(Leaf leaf, String before, String name, String typed) throws InterruptedException {
        var option = CommandParser.option(leaf.definition(), name);
        if (option.isEmpty() || !option.get().path("autocomplete").asBoolean()) {
            return List.of();
        }
        var options = new LinkedHashMap<>(given(leaf, before));
        options.put(name, typed);
        var command = leaf.start().strip().substring(1);
        var start = leaf.start() + before + name + ":";
        return suggested(new SlashInvocation(command, options, leaf.memberId(), leaf.channelId()), name).stream()
                .map(choice -> new Choice(
                        start + choice.path("value").asText(),
                        choice.path("name").asText(),
                        "",
                        true))
                .toList();
    }

    private List<JsonNode> suggested(SlashInvocation typed, String option) throws InterruptedException {
        try {
            var reply = bot.apply(typed, option).get(ANSWER_TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return reply instanceof InteractionResult.Suggested suggested ? suggested.choices() : List.of();
        } catch (ExecutionException | TimeoutException e) {
            return List.of();
        }
    }
}
