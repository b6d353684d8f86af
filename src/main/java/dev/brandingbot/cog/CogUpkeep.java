package dev.brandingbot.cog;

import dev.brandingbot.cog.discord.GuildRequirements;
import dev.brandingbot.cog.modlog.AlertMapper;
import dev.brandingbot.cog.modlog.ModLog;
import dev.brandingbot.cog.modlog.ModLogChannel;
import dev.brandingbot.cog.scheduledevent.CoverImages;
import dev.brandingbot.cog.scheduledevent.JdaScheduledEventGateway;
import dev.brandingbot.cog.scheduledevent.ScheduledEventSync;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.source.BrandingSource;
import dev.brandingbot.sync.lock.GuildLockProvider;
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
record CogUpkeep(Supplier<Optional<Guild>> guild, CogConfig settings, GuildLockProvider turns, Clock clock) {
    /** What tells moderators of trouble; {@code source} has the pages to link to. */
    Optional<ModLog> modLog(BrandingSource source) {
        return settings.modLogChannelId()
                .map(id -> new ModLog(
                        guild,
                        new GuildRequirements(guild, settings.requiredAccess()),
                        turns,
                        new AlertMapper(source::webUrl),
                        new ModLogChannel(id)::send,
                        clock));
    }

    /** What keeps events published; {@code repository} has their covers. */
    Optional<ScheduledEventSync> scheduledEvents(BrandingRepository repository) {
        return Optional.of(settings.scheduledEvents())
                .filter(count -> count > 0)
                .map(count -> new ScheduledEventSync(
                        count,
                        () -> guild.get().map(JdaScheduledEventGateway::new),
                        new CoverImages(repository),
                        turns,
                        clock));
    }
}
