package dev.brandingbot.cog.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/** The slash commands, in the order in which Discord shows them. */
public enum BrandingCommand {
    ABOUT("about", "Show the active event, or another one", Audience.EVERYONE),
    SYNC("sync", "Fetch the events and apply the right banner and icon now", Audience.MODERATORS),
    STATUS("status", "Show what is applied, what comes next, and what is wrong", Audience.MODERATORS),
    HISTORY("history", "Show what was changed, when, why, and by whom", Audience.MODERATORS),
    CALENDAR_SHOW("calendar show", "Show all events with their dates", Audience.EVERYONE),
    CALENDAR_REFRESH("calendar refresh", "Fetch the events again", Audience.MODERATORS),
    EVENT_PREVIEW("event preview", "Show how an event would look", Audience.MODERATORS),
    EVENT_PIN("event pin", "Keep an event active, whatever the calendar says", Audience.MODERATORS),
    EVENT_UNPIN("event unpin", "End the pin and let the calendar decide again", Audience.MODERATORS),
    EVENT_SKIP("event skip", "Skip an event once", Audience.MODERATORS),
    EVENT_UNSKIP("event unskip", "Undo a skip", Audience.MODERATORS),
    ROTATE_ICON("rotate icon", "Apply the next icon, or a certain one", Audience.MODERATORS),
    ROTATE_BANNER("rotate banner", "Apply the next banner, or a certain one", Audience.MODERATORS),
    DAEMON_ENABLE("daemon enable", "Enable the daemon", Audience.MODERATORS),
    DAEMON_DISABLE("daemon disable", "Disable the daemon", Audience.MODERATORS),
    DAEMON_STATUS("daemon status", "Show what the daemon did last and when it checks next", Audience.MODERATORS);

    private enum Audience {
        EVERYONE,
        /** The answer is visible to its caller only; moderators share the history. */
        MODERATORS
    }

    /** The name of the root command. */
    static final String ROOT = "branding";

    private static final Map<String, String> GROUPS = Map.of(
            "calendar", "The events of the year",
            "event", "A single event (moderators)",
            "rotate", "The active event's icon or banner (moderators)",
            "daemon", "The daemon that keeps the branding up to date (moderators)");

    private final String path;
    private final String description;
    private final Audience audience;

    BrandingCommand(String path, String description, Audience audience) {
        this.path = path;
        this.description = description;
        this.audience = audience;
    }

    /** The path of the command without the root, like {@code calendar show}. */
    String path() {
        return path;
    }

    /**
     * Whether only moderators may use the command. Discord supports permissions for the root command only, so the bot checks it.
     */
    public boolean isForModerators() {
        return audience != Audience.EVERYONE;
    }

    /** Whether the answer is ephemeral, so that only its caller sees it. */
    boolean isEphemeral() {
        return isForModerators();
    }

    /** Whether the command needs the lock on the guild, so that it waits for checks and other such commands. */
    boolean isExclusive() {
        return switch (this) {
            case SYNC, CALENDAR_REFRESH, EVENT_PIN, EVENT_UNPIN, EVENT_SKIP, EVENT_UNSKIP, ROTATE_ICON, ROTATE_BANNER ->
                true;
            case ABOUT, STATUS, HISTORY, CALENDAR_SHOW, EVENT_PREVIEW, DAEMON_ENABLE, DAEMON_DISABLE, DAEMON_STATUS ->
                false;
        };
    }

    /** Returns the command with Discord's {@code fullName}, like {@code branding calendar show}. */
    static Optional<BrandingCommand> byPath(String fullName) {
        return Stream.of(values())
                .filter(command -> fullName.equals(ROOT + " " + command.path))
                .findFirst();
    }

    /** The data to register at Discord. */
    public static SlashCommandData data() {
        return Commands.slash(ROOT, "The server's seasonal banner and icon")
                .setContexts(InteractionContextType.GUILD)
                .addSubcommands(commandsIn("").map(BrandingCommand::subcommand).toList())
                .addSubcommandGroups(groups().map(BrandingCommand::groupData).toList());
    }

    private static Stream<String> groups() {
        return Stream.of(values())
                .collect(groupingBy(BrandingCommand::group, LinkedHashMap::new, toList()))
                .keySet()
                .stream()
                .filter(group -> !group.isEmpty());
    }

    private static SubcommandGroupData groupData(String name) {
        return new SubcommandGroupData(name, GROUPS.getOrDefault(name, name))
                .addSubcommands(
                        commandsIn(name).map(BrandingCommand::subcommand).toList());
    }

    private static Stream<BrandingCommand> commandsIn(String name) {
        return Stream.of(values()).filter(command -> command.group().equals(name));
    }

    /** The name of the command's group; empty if it has none. */
    private String group() {
        return path.contains(" ") ? path.substring(0, path.indexOf(' ')) : "";
    }

    private SubcommandData subcommand() {
        return new SubcommandData(
                        path.substring(path.indexOf(' ') + 1),
                        isForModerators() ? description + " (moderators)" : description)
                .addOptions(options().stream().map(CommandOption::data).toList());
    }

    /** The options of the command, in the order in which Discord shows them. */
    private List<CommandOption> options() {
        return switch (this) {
            case ABOUT -> List.of(CommandOption.OTHER_EVENT);
            case EVENT_PIN -> List.of(CommandOption.EVENT, CommandOption.UNTIL);
            case EVENT_PREVIEW, EVENT_SKIP, EVENT_UNSKIP -> List.of(CommandOption.EVENT);
            case ROTATE_ICON, ROTATE_BANNER -> List.of(CommandOption.ASSET);
            default -> List.of();
        };
    }
}
