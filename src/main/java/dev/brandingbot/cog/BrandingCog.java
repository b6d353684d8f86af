package dev.brandingbot.cog;

import dev.brandingbot.cog.command.BrandingCommand;
import dev.brandingbot.cog.command.InteractionHandler;
import dev.brandingbot.cog.daemon.BrandingDaemon;
import dev.brandingbot.cog.daemon.CogThreads;
import dev.brandingbot.cog.discord.GuildFeature;
import dev.brandingbot.repository.source.BrandingSource;
import dev.brandingbot.sync.BrandingSynchronizer;
import dev.brandingbot.sync.SyncReport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.update.GuildUpdateFeaturesEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one guild's banner and icon in sync with a branding repository, and answers the commands about them. Add it to JDA as a
 * listener and register {@link #commandData()} in the guild; it starts when the guild becomes available. It needs no privileged
 * intent. The bot needs the permission Manage Server; in the changelog channel View Channel, Send Messages, Embed Links, Attach
 * Files and Read Message History; in the mod-log channel the first three of these; and Create Events if it publishes events.
 *
 * <p>It closes none of the resources that it was given, ignores other guilds and other commands, and works on the executor. It
 * owns one daemon thread, which renews its locks in Redis; the thread starts with the first check and ends with {@link #close}.
 * If several open cogs serve one guild on one JDA, only the first one works: the others can't be started and ignore all events
 * until it is closed. A closed cog removes itself from its JDA and can't be started again. Thread-safe.
 */
public final class BrandingCog extends ListenerAdapter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BrandingCog.class);

    private final long guildId;
    private final CogThreads threads;
    private final BrandingSynchronizer synchronizer;
    private final BrandingSynchronizer dryRun;
    private final BrandingDaemon daemon;
    private final InteractionHandler interactions;
    private final CogRegistration registration;
    private final RequirementLog requirements;
    private volatile @Nullable JDA jda;

    BrandingCog(CogConfig config, BrandingSource source, HostResources resources) {
        this.guildId = config.guildId();
        this.registration = new CogRegistration(this, guildId);
        var parts = new CogAssembly(config, source, resources, this::guild);
        this.threads = parts.threads();
        this.synchronizer = parts.synchronizer();
        this.dryRun = parts.dryRun();
        this.daemon = parts.daemon();
        this.requirements = parts.requirements();
        this.interactions = parts.interactions();
    }

    /**
     * Starts to build a cog.
     *
     * @param guildId the ID of the guild
     */
    public static BrandingCogBuilder builder(long guildId) {
        return new BrandingCogBuilder(guildId);
    }

    /** The command to register in the guild, preferably with {@code guild.upsertCommand}, which leaves other commands alone. */
    public SlashCommandData commandData() {
        return BrandingCommand.data();
    }

    /**
     * Starts the daemon. The cog does so itself when the guild becomes available, so this is only for a cog that is added to a
     * JDA that is ready already. Does nothing if the daemon was started before.
     *
     * @throws IllegalStateException if the cog was closed, or another open cog serves the guild on this JDA
     */
    public void start(JDA readyJda) {
        registration.serve(readyJda);
        jda = readyJda;
        requirements.log();
        daemon.start();
    }

    /**
     * Requests a check of the daemon, which does nothing while the daemon is off.
     *
     * @return completed once a check that began after this call has ended; at once if none begins anymore
     */
    public CompletableFuture<Void> checkNow() {
        return daemon.checkNow();
    }

    /**
     * Synchronizes the guild once, whether the daemon is on or not.
     *
     * @throws IllegalStateException if the cog was closed
     */
    public CompletableFuture<SyncReport> synchronize(JDA readyJda) {
        registration.throwIfClosed();
        jda = readyJda;
        return report(synchronizer, threads.exclusive());
    }

    /**
     * Reports what {@link #synchronize} would do. Changes nothing at Discord or in Redis.
     *
     * @throws IllegalStateException if the cog was closed
     */
    public CompletableFuture<SyncReport> dryRun(JDA readyJda) {
        registration.throwIfClosed();
        jda = readyJda;
        return report(dryRun, threads.executor());
    }

    private static CompletableFuture<SyncReport> report(BrandingSynchronizer doer, Executor executor) {
        try {
            return CompletableFuture.supplyAsync(doer::synchronize, executor);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Returns the missing permissions, channels and roles, as sentences that say what to do; without the features that come with
     * boosts. Sends no request.
     */
    public List<String> missingRequirements(JDA readyJda) {
        jda = readyJda;
        return requirements.sentences();
    }

    /**
     * Ends the daemon, and removes this listener from every JDA that it listens to. A check or command that is running ends by
     * itself, or is abandoned when the executor is shut down; with it ends the thread that renews its lock. Does nothing if the
     * cog was closed before.
     */
    @Override
    public void close() {
        if (registration.close()) {
            interactions.close();
            daemon.close();
            threads.close();
        }
    }

    CogRegistration registration() {
        return registration;
    }

    @Override
    public void onGenericEvent(GenericEvent event) {
        registration.onEvent(event.getJDA());
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        registration.forget(event.getJDA());
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

    /** Requests a check when the guild gained or lost a feature. */
    @Override
    public void onGuildUpdateFeatures(GuildUpdateFeaturesEvent event) {
        var isHere = event.getGuild().getIdLong() == guildId;
        if (isHere && GuildFeature.haveChanged(event.getOldFeatures(), event.getNewFeatures())) {
            daemon.requestCheck();
        }
    }

    private void startIn(Guild guild) {
        if (guild.getIdLong() != guildId || registration.isClosed()) {
            return;
        }
        if (registration.isServedByAnother(guild.getJDA())) {
            log.error(
                    "Two BrandingCogs listen for one guild on one JDA, so this one is silent: close one of them. guild={}",
                    guild.getId());
        } else {
            start(guild.getJDA());
        }
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        if (registration.answers(event.getJDA())) {
            interactions.take(event);
        }
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        if (registration.answers(event.getJDA())) {
            interactions.take(event);
        }
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        if (registration.answers(event.getJDA())) {
            interactions.take(event);
        }
    }

    private Optional<Guild> guild() {
        return Optional.ofNullable(jda).map(known -> known.getGuildById(guildId));
    }
}
