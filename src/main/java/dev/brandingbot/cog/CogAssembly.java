package dev.brandingbot.cog;

import dev.brandingbot.cog.announcement.AnnouncementRenderer;
import dev.brandingbot.cog.announcement.ChangelogChannel;
import dev.brandingbot.cog.command.CommandImages;
import dev.brandingbot.cog.command.CommandRouter;
import dev.brandingbot.cog.command.EventCommands;
import dev.brandingbot.cog.command.InteractionHandler;
import dev.brandingbot.cog.command.ModeratorCheck;
import dev.brandingbot.cog.command.OverrideCommands;
import dev.brandingbot.cog.command.RepositoryInspection;
import dev.brandingbot.cog.command.StatusCommands;
import dev.brandingbot.cog.daemon.BrandingDaemon;
import dev.brandingbot.cog.daemon.CheckSchedule;
import dev.brandingbot.cog.daemon.CogThreads;
import dev.brandingbot.cog.daemon.DaemonCycle;
import dev.brandingbot.cog.discord.GuildRequirements;
import dev.brandingbot.cog.discord.JdaBrandedGuild;
import dev.brandingbot.cog.image.EmbedImageLoader;
import dev.brandingbot.cog.image.ThumbnailCachingGuild;
import dev.brandingbot.cog.modlog.AlertMapper;
import dev.brandingbot.cog.modlog.ModLog;
import dev.brandingbot.cog.modlog.ModLogChannel;
import dev.brandingbot.cog.scheduledevent.CoverImages;
import dev.brandingbot.cog.scheduledevent.JdaScheduledEventGateway;
import dev.brandingbot.cog.scheduledevent.ScheduledEventSync;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.cache.ReadOnlyRepositoryCache;
import dev.brandingbot.repository.source.BrandingSource;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.state.RedisRepositoryCache;
import dev.brandingbot.state.RedisThumbnailCache;
import dev.brandingbot.sync.BrandingSynchronizer;
import dev.brandingbot.sync.asset.RotationSettings;
import dev.brandingbot.sync.guild.AnnouncementChannel;
import dev.brandingbot.sync.guild.DryRunGuild;
import dev.brandingbot.sync.guild.ManualChangeDetector;
import dev.brandingbot.sync.lock.GuildLockProvider;
import dev.brandingbot.sync.lock.RedisGuildLockProvider;
import dev.brandingbot.thumbnail.DownloadLimiter;
import dev.brandingbot.thumbnail.ThumbnailService;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Guild;

/** Puts the parts of a cog together. Starts nothing and sends nothing. */
final class CogAssembly {
    private final CogConfig config;
    private final BrandingSource source;
    private final Clock clock;
    private final Supplier<Optional<Guild>> guild;
    private final CogThreads threads;
    private final BrandingStore store;
    private final RedisRepositoryCache cache;
    private final BrandingRepository repository;
    private final ThumbnailService thumbnails;
    private final Optional<AnnouncementChannel> changelog;
    private final JdaBrandedGuild brandedGuild;
    private final RotationSettings rotation;
    private final GuildLockProvider locks;
    private final BrandingSynchronizer synchronizer;
    private final BrandingDaemon daemon;
    private final RequirementLog requirements;

    /**
     * Creates the parts.
     *
     * @param config what the host decides
     * @param source where events come from
     * @param resources what the host provides; not closed here
     * @param guild returns the guild, or empty while it is not available
     */
    CogAssembly(CogConfig config, BrandingSource source, HostResources resources, Supplier<Optional<Guild>> guild) {
        this.config = config;
        this.source = source;
        this.clock = resources.clock();
        this.guild = guild;
        this.threads = CogThreads.create(resources.executor(), config.guildId());
        this.store = new BrandingStore(resources.redis(), config.guildId());
        this.cache = new RedisRepositoryCache(resources.redis(), source.name());
        this.repository = new BrandingRepository(source, cache, clock);
        this.thumbnails = new ThumbnailService(
                repository,
                new RedisThumbnailCache(resources.redis(), source.name()),
                new DownloadLimiter(source::isRateLimited, clock),
                threads.executor(),
                clock);
        this.changelog = changelog();
        this.brandedGuild = new JdaBrandedGuild(guild, changelog);
        this.rotation = new RotationSettings(config.daemon().rotationInterval(), resources.random());
        this.locks = new RedisGuildLockProvider(store, threads.leases());
        this.synchronizer = new BrandingSynchronizer(
                repository, store, new ThumbnailCachingGuild(brandedGuild, thumbnails), locks, rotation, clock);
        this.requirements = new RequirementLog(config.guildId(), new GuildRequirements(guild, config.requiredAccess()));
        this.daemon = createDaemon();
    }

    CogThreads threads() {
        return threads;
    }

    BrandingSynchronizer synchronizer() {
        return synchronizer;
    }

    BrandingDaemon daemon() {
        return daemon;
    }

    RequirementLog requirements() {
        return requirements;
    }

    /** Creates a synchronizer that changes nothing in Discord or Redis. */
    BrandingSynchronizer dryRun() {
        return new BrandingSynchronizer(
                new BrandingRepository(source, new ReadOnlyRepositoryCache(cache), clock),
                store.readOnly(),
                new DryRunGuild(brandedGuild, changelog),
                GuildLockProvider.withoutLocking(store.readOnly()),
                rotation,
                clock);
    }

    /** Creates what answers commands and buttons. */
    InteractionHandler interactions() {
        var id = config.guildId();
        var images = CommandImages.create(thumbnails, store, brandedGuild, threads.executor());
        var inspection =
                new RepositoryInspection(requirements.requirements(), new ManualChangeDetector(brandedGuild, store));
        var router = new CommandRouter(
                synchronizer,
                daemon,
                new EventCommands(id, synchronizer, store, images, clock),
                new OverrideCommands(synchronizer, store, daemon, clock),
                new StatusCommands(id, synchronizer, store, daemon, inspection, clock));
        return new InteractionHandler(id, new ModeratorCheck(config.moderatorRoleIds()), threads, router);
    }

    private Optional<AnnouncementChannel> changelog() {
        var renderer =
                new AnnouncementRenderer(config.announcements().header(), new EmbedImageLoader(thumbnails)::load);
        return config.announcements().channelId().map(id -> new ChangelogChannel(guild, id, renderer));
    }

    private BrandingDaemon createDaemon() {
        return new BrandingDaemon(
                new DaemonCycle(synchronizer::synchronize, synchronizer::lastSnapshot, scheduledEvents(), modLog()),
                store,
                config.daemon().isOnByDefault(),
                new CheckSchedule(config.daemon().checkEvery()),
                threads,
                clock);
    }

    private Optional<ModLog> modLog() {
        return config.modLogChannelId()
                .map(id -> new ModLog(
                        guild,
                        requirements.requirements(),
                        locks,
                        new AlertMapper(source::webUrl),
                        new ModLogChannel(id)::send,
                        clock));
    }

    private Optional<ScheduledEventSync> scheduledEvents() {
        return Optional.of(config.scheduledEvents())
                .filter(count -> count > 0)
                .map(count -> new ScheduledEventSync(
                        count,
                        () -> guild.get().map(JdaScheduledEventGateway::new),
                        new CoverImages(repository),
                        locks,
                        clock));
    }
}
