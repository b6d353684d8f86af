package dev.brandingbot.cog;

import dev.brandingbot.cog.discord.GuildRequirements;
import dev.brandingbot.cog.modlog.ModLog;
import dev.brandingbot.cog.modlog.ModLogChannel;
import dev.brandingbot.cog.modlog.TroubleReport;
import dev.brandingbot.cog.scheduledevent.EventCovers;
import dev.brandingbot.cog.scheduledevent.JdaEventBoard;
import dev.brandingbot.cog.scheduledevent.ScheduledEvents;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.source.BrandingSource;
import dev.brandingbot.sync.lock.Turns;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Guild;

/**
 * Puts together what the daemon does besides the banner and the icon, as far as that is wanted.
 *
 * @param guild looks the guild up, and finds nothing while it is not available
 * @param settings what is wanted
 * @param turns keep other copies of the bot from doing the same at the same time
 */
record Upkeep(Supplier<Optional<Guild>> guild, CogSettings settings, Turns turns, Clock clock) {
    /** What tells moderators of trouble; {@code source} has the pages to link to. */
    Optional<ModLog> modLog(BrandingSource source) {
        return settings.modLogChannelId()
                .map(id -> new ModLog(
                        guild,
                        new GuildRequirements(guild, settings),
                        turns,
                        new TroubleReport(source::page),
                        new ModLogChannel(id)::send,
                        clock));
    }

    /** What keeps events published; {@code repository} has their covers. */
    Optional<ScheduledEvents> scheduledEvents(BrandingRepository repository) {
        return Optional.of(settings.scheduledEvents())
                .filter(count -> count > 0)
                .map(count -> new ScheduledEvents(
                        count, () -> guild.get().map(JdaEventBoard::new), new EventCovers(repository), turns, clock));
    }
}
