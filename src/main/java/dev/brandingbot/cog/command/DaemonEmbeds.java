package dev.brandingbot.cog.command;

import dev.brandingbot.cog.daemon.DaemonStatus;
import dev.brandingbot.cog.embed.Embeds;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.state.LastCheck;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.MessageEmbed;

/** Embeds about the daemon: its switch, its last check and the next. */
public final class DaemonEmbeds {
    private DaemonEmbeds() {}

    /** The daemon was switched. */
    public static MessageEmbed switched(boolean isOn) {
        return isOn
                ? Embeds.embed(Embeds.SUCCESS_COLOR, "The daemon is enabled")
                        .setDescription(
                                "Checking now, then at least every day after midnight UTC. This setting survives restarts.")
                        .build()
                : Embeds.embed(Embeds.WARNING_COLOR, "The daemon is disabled")
                        .setDescription(
                                "The branding stays as it is. `/branding daemon enable` enables the daemon again.")
                        .build();
    }

    /**
     * Describes the daemon: its switch, its last check and its next one.
     *
     * @param lastCheck the last check of any instance of the bot
     * @param event the active event, if any
     * @param manualChanges the kinds whose image was changed manually
     */
    public static MessageEmbed status(
            DaemonStatus status,
            Optional<LastCheck> lastCheck,
            Optional<ActiveEvent> event,
            Set<AssetKind> manualChanges) {
        var isHealthy = status.isOn()
                && manualChanges.isEmpty()
                && lastCheck
                        .filter(LastCheck::isInSync)
                        .filter(last -> last.pending().isEmpty())
                        .isPresent();
        var description = described(status, lastCheck);
        var embed = Embeds.embed(
                        isHealthy ? Embeds.SUCCESS_COLOR : Embeds.WARNING_COLOR,
                        status.isOn() ? "The daemon is enabled" : "The daemon is disabled")
                .setDescription(description);
        var title = event.map(CalendarItem::title);
        if (title.filter(description::contains).isEmpty()) {
            embed.addField("Active event", title.map(Embeds::escapedTitle).orElse("none yet"), true);
        }
        lastCheck.ifPresent(last -> embed.addField("Last check", Embeds.relative(last.at()), true));
        status.next().ifPresent(next -> embed.addField("Next check", Embeds.relative(next), true));
        if (!manualChanges.isEmpty()) {
            embed.addField("Changed manually", Embeds.manualChanges(manualChanges), false);
        }
        return Embeds.addFindings(
                        embed,
                        lastCheck.map(LastCheck::problems).orElse(List.of()),
                        lastCheck.map(LastCheck::problemCount).orElse(0))
                .build();
    }

    private static String described(DaemonStatus status, Optional<LastCheck> lastCheck) {
        var isUnfinished = status.last()
                .filter(check -> check.report().isEmpty())
                .filter(check ->
                        lastCheck.filter(last -> last.at().isAfter(check.at())).isEmpty())
                .isPresent();
        return isUnfinished
                ? "A check is running, or the last one failed. If this message stays, ask the bot's operator to check its log."
                : lastCheck
                        .map(last -> (status.isOn() ? "" : "Last check:\n") + Embeds.lines(last.summary()))
                        .orElse("There was no check yet.");
    }
}
