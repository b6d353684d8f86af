package dev.brandingbot.cog.command;

import dev.brandingbot.cog.daemon.BrandingDaemon;
import dev.brandingbot.cog.embed.EventNames;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.sync.BrandingSynchronizer;
import java.time.Clock;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** The commands that show the status and the history. Blocks on Redis and possibly on Discord. */
public record StatusCommands(
        long guildId,
        BrandingSynchronizer synchronizer,
        BrandingStore state,
        BrandingDaemon daemon,
        RepositoryInspection inspection,
        Clock clock) {
    /** The answer to {@code /branding status}. */
    MessageEmbed status() {
        return StatusEmbeds.status(new BrandingStatus(
                clock.instant(),
                state.read(),
                state.history(),
                new BrandingStatus.Schedule(state.calendar(), synchronizer.overrides()),
                daemon.status(),
                new BrandingStatus.Problems(
                        state.lastCheck(),
                        synchronizer.lastSnapshot(),
                        inspection.manualChanges(),
                        inspection.missing(),
                        synchronizer.rateLimit())));
    }

    /** Describes the daemon: its switch, its last check and its next one. */
    MessageEmbed daemonStatus() {
        return DaemonEmbeds.status(
                daemon.status(), state.lastCheck(), state.read().event(), inspection.manualChanges());
    }

    /** The page {@code number} of the history, from 0. */
    MessageEditData history(int number) {
        return new HistoryEmbeds(new EventNames(state.calendar()), guildId).page(state.history(), number);
    }
}
