package dev.brandingbot.cog;

import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/** The slash commands. */
enum BrandingCommand {
    ABOUT("about", false),
    CALENDAR_SHOW("calendar show", false),
    CALENDAR_REFRESH("calendar refresh", true),
    SYNC("sync", true),
    DAEMON_ENABLE("daemon enable", true),
    DAEMON_DISABLE("daemon disable", true),
    DAEMON_STATUS("daemon status", true);

    /** The name of the root command, whose subcommands all others are. */
    static final String ROOT = "branding";

    private final String path;
    private final boolean isForModerators;

    BrandingCommand(String path, boolean isForModerators) {
        this.path = path;
        this.isForModerators = isForModerators;
    }

    /** Discord knows default permissions for the root command only, so this is checked in code. */
    boolean isForModerators() {
        return isForModerators;
    }

    /** The command that Discord calls {@code fullName}, like {@code branding calendar show}. */
    static Optional<BrandingCommand> of(String fullName) {
        return Stream.of(values())
                .filter(command -> fullName.equals(ROOT + " " + command.path))
                .findFirst();
    }

    /** What is registered at Discord. */
    static SlashCommandData data() {
        return Commands.slash(ROOT, "The server's seasonal banner and icon")
                .setContexts(InteractionContextType.GUILD)
                .addSubcommands(
                        new SubcommandData("about", "What the current banner and icon are about"),
                        new SubcommandData("sync", "Fetch the events and put on what should be on, now (moderators)"))
                .addSubcommandGroups(
                        new SubcommandGroupData("calendar", "The events of the year")
                                .addSubcommands(
                                        new SubcommandData("show", "All events in the order in which they come"),
                                        new SubcommandData("refresh", "Fetch the events again (moderators)")),
                        new SubcommandGroupData("daemon", "The daemon that keeps the branding in step (moderators)")
                                .addSubcommands(
                                        new SubcommandData("enable", "Switch the daemon on (moderators)"),
                                        new SubcommandData("disable", "Switch the daemon off (moderators)"),
                                        new SubcommandData("status", "What the daemon did and will do (moderators)")));
    }
}
