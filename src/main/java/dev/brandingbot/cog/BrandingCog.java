package dev.brandingbot.cog;

import dev.brandingbot.gallery.DownloadAllowance;
import dev.brandingbot.gallery.Gallery;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.BrandingSource;
import dev.brandingbot.state.BrandingState;
import dev.brandingbot.state.RepositoryHash;
import dev.brandingbot.state.RepositoryThumbnails;
import dev.brandingbot.sync.ChangesByHand;
import dev.brandingbot.sync.LeasedTurns;
import dev.brandingbot.sync.PreviewGuild;
import dev.brandingbot.sync.RedisCache;
import dev.brandingbot.sync.RotationRules;
import dev.brandingbot.sync.SyncReport;
import dev.brandingbot.sync.Synchroniser;
import dev.brandingbot.sync.Turns;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.update.GuildUpdateFeaturesEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one guild's banner and icon in step with a branding repository, and answers the commands about them. Add it to JDA as
 * a listener and register {@link #commandData()} in the guild; it starts when the guild is there. Discord needs no privileged
 * intent for it, and the bot the permission Manage Server; in the changelog channel View Channel, Send Messages, Embed Links,
 * Attach Files and Read Message History; in the moderators' channel the first three; and Create Events where it publishes events.
 *
 * <p>Everything it works with is lent and never closed here. It is silent about other guilds and other commands, does its work
 * on the lent executor, and may be used by several threads.
 */
public final class BrandingCog extends ListenerAdapter implements AutoCloseable {
    private final long guildId;
    private final ScheduledExecutorService executor;
    private final Synchroniser synchroniser;
    private final Synchroniser preview;
    private final BrandingDaemon daemon;
    private final Interactions interactions;
    private volatile @Nullable JDA jda;

    BrandingCog(CogSettings settings, BrandingSource source, Loans loans) {
        this.guildId = settings.guildId();
        this.executor = loans.executor();
        var state = new BrandingState(loans.redis(), guildId);
        var hash = new RepositoryHash(loans.redis(), source.name());
        var repository = new BrandingRepository(source, new RedisCache(hash), loans.clock());
        var gallery = new Gallery(
                repository,
                new RepositoryThumbnails(loans.redis(), source.name()),
                new DownloadAllowance(source::isFrugal, loans.clock()),
                executor,
                loans.clock());
        var announcements = settings.announcements();
        var writer = new AnnouncementWriter(announcements.greeting(), new Illustrator(gallery)::of);
        var guild = new JdaGuild(this::guild, announcements.channelId(), writer);
        var branded = new KeepingGuild(guild, gallery);
        var turns = new LeasedTurns(state, executor);
        var rotation = new RotationRules(settings.daemon().rotationInterval(), loans.random());
        this.synchroniser = new Synchroniser(repository, state, branded, turns, rotation, loans.clock());
        this.preview = new Synchroniser(
                new BrandingRepository(source, new ReadOnlyCache(new RedisCache(hash)), loans.clock()),
                state.readOnly(),
                new PreviewGuild(guild),
                Turns.unshared(state.readOnly()),
                rotation,
                loans.clock());
        var upkeep = new Upkeep(this::guild, settings, turns, loans.clock());
        this.daemon = new BrandingDaemon(
                new Rounds(
                        synchroniser::synchronise,
                        synchroniser::knownSnapshot,
                        upkeep.scheduledEvents(repository),
                        upkeep.modLog(source)),
                state,
                settings.daemon().isOnByDefault(),
                new CheckTimes(settings.daemon().checkEvery()),
                executor,
                loans.clock());
        var imagery = Imagery.of(gallery, state, guild, executor);
        var events = new EventAnswers(guildId, synchroniser, state, imagery, loans.clock());
        var needs = new GuildNeeds(
                this::guild, announcements.channelId(), settings.modLogChannelId(), settings.scheduledEvents() > 0);
        var inspection = new GuildInspection(needs, new ChangesByHand(guild, state));
        var answers = new CommandAnswers(
                synchroniser,
                daemon,
                events,
                new SteeringAnswers(synchroniser, state, daemon, loans.clock()),
                new StatusAnswers(guildId, synchroniser, state, daemon, inspection, loans.clock()));
        this.interactions = new Interactions(guildId, new Moderators(settings.moderatorRoleIds()), executor, answers);
    }

    /**
     * Begins a cog.
     *
     * @param guildId the guild to look after
     */
    public static BrandingCogBuilder builder(long guildId) {
        return new BrandingCogBuilder(guildId);
    }

    /** The command to be registered in the guild, best with {@code guild.upsertCommand}, which leaves all others alone. */
    public SlashCommandData commandData() {
        return BrandingCommand.data();
    }

    /**
     * Starts the daemon; done by itself when JDA says that the guild is there, so this is only for a cog that is added to a JDA
     * that is ready already.
     */
    public void start(JDA readyJda) {
        jda = readyJda;
        daemon.start();
    }

    /** Lets the daemon look at once, where it is on, and completes when it has. */
    public CompletableFuture<Void> lookNow() {
        return daemon.lookNow();
    }

    /** Brings the guild in step once, whether the daemon is on or not. */
    public CompletableFuture<SyncReport> synchronise(JDA readyJda) {
        jda = readyJda;
        return CompletableFuture.supplyAsync(synchroniser::synchronise, executor);
    }

    /** Tells what {@link #synchronise} would do; changes nothing at Discord and nothing in Redis. */
    public CompletableFuture<SyncReport> preview(JDA readyJda) {
        jda = readyJda;
        return CompletableFuture.supplyAsync(preview::synchronise, executor);
    }

    /** Stops the daemon. What is under way ends by itself, or when the lent executor is shut down. */
    @Override
    public void close() {
        daemon.close();
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        startIn(event.getGuild());
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        startIn(event.getGuild());
    }

    @Override
    public void onGuildAvailable(GuildAvailableEvent event) {
        startIn(event.getGuild());
    }

    /** What came or went with the boosts is put on, or replaced, at once. */
    @Override
    public void onGuildUpdateFeatures(GuildUpdateFeaturesEvent event) {
        var isHere = event.getGuild().getIdLong() == guildId;
        if (isHere && GuildFeature.haveChanged(event.getOldFeatures(), event.getNewFeatures())) {
            daemon.lookSoon();
        }
    }

    private void startIn(Guild guild) {
        if (guild.getIdLong() == guildId) {
            start(guild.getJDA());
        }
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        interactions.take(event);
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        interactions.take(event);
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        interactions.take(event);
    }

    private Optional<Guild> guild() {
        return Optional.ofNullable(jda).map(known -> known.getGuildById(guildId));
    }
}
