package dev.brandingbot.sandbox;

import dev.brandingbot.app.LineWrap;
import dev.brandingbot.sandbox.discord.client.CommandUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The help of the sandbox's terminal. */
final class SandboxHelp {
    /** The sandbox's own commands. */
    static final List<CommandUsage> COMMANDS = List.of(
            new CommandUsage("/clock DATE", "sets the clock, e.g. /clock 2026-12-25 or /clock 2026-12-25T18:30"),
            new CommandUsage("/clock run DATE", "runs the bot at every midnight until then"),
            new CommandUsage("/as NAME", "switches to moderator, member or owner"),
            new CommandUsage("/click LABEL", "clicks a button of the last answer"),
            new CommandUsage("/events", "lists the server's scheduled events"),
            new CommandUsage("/restart", "restarts the bot and keeps its state"),
            new CommandUsage("/help", "lists all commands, including the bot's"),
            new CommandUsage("/quit", "ends the sandbox"));

    private static final int GAP = 2;
    private static final int INDENT = 2;

    private SandboxHelp() {}

    /** Returns the help that is shown first. */
    static List<String> start(int width) {
        return lines("Type the bot's commands as in Discord, like /branding about event:pride, or:", COMMANDS, width);
    }

    /** Returns the help for all commands. */
    static List<String> all(List<CommandUsage> ofBot, int width) {
        return Stream.concat(
                        lines("The bot's commands:", ofBot, width).stream(),
                        lines("The sandbox's commands:", COMMANDS, width).stream())
                .toList();
    }

    private static List<String> lines(String title, List<CommandUsage> usages, int width) {
        var column =
                usages.stream().mapToInt(usage -> usage.usage().length()).max().orElse(0);
        var lines = new ArrayList<String>(List.of(title));
        usages.forEach(usage -> lines.addAll(lines(usage, column + INDENT + GAP, width)));
        return lines;
    }

    private static List<String> lines(CommandUsage usage, int column, int width) {
        var description = LineWrap.wrap(usage.description(), width - column);
        var lines = new ArrayList<String>();
        var left = " ".repeat(INDENT) + usage.usage();
        for (var part : description) {
            lines.add((left + " ".repeat(Math.max(0, column - left.length())) + part).stripTrailing());
            left = "";
        }
        return lines;
    }
}
