package dev.brandingbot.cog;

import dev.brandingbot.gallery.DownloadAllowance;
import dev.brandingbot.gallery.Gallery;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.BrandingSource;
import dev.brandingbot.state.BrandingState;
import dev.brandingbot.state.RepositoryHash;
import dev.brandingbot.state.RepositoryThumbnails;
import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.sync.ChangesByHand;
import dev.brandingbot.sync.LeasedTurns;
import dev.brandingbot.sync.PreviewGuild;
import dev.brandingbot.sync.RedisCache;
import dev.brandingbot.sync.RotationRules;
import dev.brandingbot.sync.SyncReport;
import dev.brandingbot.sync.Synchroniser;
import dev.brandingbot.sync.Turns;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.AutoCompleteQuery;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.restaction.interactions.ReplyCallbackAction;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one guild's banner and icon in step with a branding repository, and answers the commands about them. Add it to JDA as
 * a listener and register {@link #commandData()} in the guild; it starts when the guild is there. Discord needs no privileged
 * intent for it, and the bot the permission Manage Server, and View Channel, Send Messages, Embed Links, Attach Files and
 * Read Message History in the changelog channel.
 *
 * <p>Everything it works with is lent and never closed here. It is silent about other guilds and other commands, does its work
 * on the lent executor, and may be used by several threads.
 */
public final class BrandingCog extends ListenerAdapter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BrandingCog.class);

    /** Another copy of the bot was faster, or Discord gave up waiting: then there is nothing to answer. */
    private static final Consumer<Throwable> NOT_OURS = ErrorResponseException.ignore(
            ErrorResponse.UNKNOWN_INTERACTION, ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED);

    private final long guildId;
    private final Moderators moderators;
    private final ScheduledExecutorService executor;
    private final Synchroniser synchroniser;
    private final Synchroniser preview;
    private final BrandingDaemon daemon;
    private final CommandAnswers answers;
    private volatile @Nullable JDA jda;

    BrandingCog(CogSettings settings, BrandingSource source, Loans loans) {
        this.guildId = settings.guildId();
        this.moderators = new Moderators(settings.moderatorRoleIds());
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
        var rotation = new RotationRules(settings.rotationInterval(), loans.random());
        this.synchroniser =
                new Synchroniser(repository, state, branded, new LeasedTurns(state, executor), rotation, loans.clock());
        this.preview = new Synchroniser(
                new BrandingRepository(source, new ReadOnlyCache(new RedisCache(hash)), loans.clock()),
                state.readOnly(),
                new PreviewGuild(guild),
                Turns.unshared(state.readOnly()),
                rotation,
                loans.clock());
        this.daemon = new BrandingDaemon(
                synchroniser::synchronise,
                state,
                settings.isDaemonOnByDefault(),
                new CheckTimes(settings.checkEvery()),
                executor,
                loans.clock());
        var imagery = Imagery.of(gallery, state, guild, executor);
        var events = new EventAnswers(guildId, synchroniser, state, imagery, loans.clock());
        var inspection = new GuildInspection(
                new GuildNeeds(this::guild, announcements.channelId()), new ChangesByHand(guild, state));
        this.answers = new CommandAnswers(
                synchroniser,
                daemon,
                events,
                new SteeringAnswers(synchroniser, state, daemon::isOn, loans.clock()),
                new StatusAnswers(guildId, synchroniser, state, daemon, inspection, loans.clock()));
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

    private void startIn(Guild guild) {
        if (guild.getIdLong() == guildId) {
            start(guild.getJDA());
        }
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        if (isHere(event.getGuild())) {
            CommandCall.of(event).ifPresent(call -> take(call, event));
        }
    }

    private void take(CommandCall call, SlashCommandInteractionEvent event) {
        if (isAllowed(call, event.getMember())) {
            // Work starts once Discord took the acknowledgement: of two copies of this bot, one acts.
            acknowledgement(call, event).queue(hook -> answer(hook, () -> answers.answer(call)), NOT_OURS);
        } else {
            event.replyEmbeds(Replies.refusal()).setEphemeral(true).queue();
        }
    }

    private static ReplyCallbackAction acknowledgement(CommandCall call, SlashCommandInteractionEvent event) {
        var reply = event.deferReply();
        return call.command().isAnsweredInPrivate() ? reply.setEphemeral(true) : reply;
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        if (isHere(event.getGuild())) {
            CommandCall.of(event)
                    .filter(call -> isAllowed(call, event.getMember()))
                    .ifPresent(call -> suggest(call, event));
        }
    }

    private void suggest(CommandCall call, CommandAutoCompleteInteractionEvent event) {
        try {
            executor.execute(() ->
                    event.replyChoices(guarded(call, event.getFocusedOption())).queue(done -> {}, NOT_OURS));
        } catch (RejectedExecutionException e) {
            log.debug("A member typed a command while the bot was shutting down.");
        }
    }

    /** Whatever happens, typing goes on without suggestions. */
    private List<Command.Choice> guarded(CommandCall call, AutoCompleteQuery typed) {
        try {
            return answers.suggestions(call, typed.getName(), typed.getValue());
        } catch (RuntimeException e) {
            log.warn("There are no suggestions. command={} reason={}", call.command(), e.getMessage());
            return List.of();
        }
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        if (isHere(event.getGuild()) && PageButton.isOfGuild(guildId, event.getComponentId())) {
            turn(event, PageButton.of(event.getComponentId()));
        }
    }

    private void turn(ButtonInteractionEvent event, Optional<PageButton> button) {
        if (isAllowed(button.filter(PageButton::isForModerators).isPresent(), event.getMember())) {
            event.deferEdit().queue(hook -> turn(hook, button), NOT_OURS);
        } else {
            event.replyEmbeds(Replies.refusal()).setEphemeral(true).queue();
        }
    }

    /** A button that an older or newer version of the bot made, and this one does not know, is taken away. */
    private void turn(InteractionHook hook, Optional<PageButton> button) {
        button.ifPresentOrElse(
                known -> answer(hook, () -> answers.page(known)),
                () -> hook.editOriginalComponents(List.of()).queue());
    }

    private void answer(InteractionHook hook, Supplier<CompletableFuture<MessageEditData>> work) {
        try {
            executor.execute(() -> send(hook, guarded(work)));
        } catch (RejectedExecutionException e) {
            log.debug("A command came while the bot was shutting down.");
            hook.editOriginal(CommandAnswers.message(Replies.failure("The bot is just restarting. Please try again.")))
                    .queue();
        }
    }

    private static void send(InteractionHook hook, CompletableFuture<MessageEditData> answer) {
        // Nobody waits for it: what JDA finds wrong it logs.
        var unused = answer.thenAccept(message -> hook.editOriginal(message).queue());
    }

    /** Whatever happens, the member gets an answer. */
    private static CompletableFuture<MessageEditData> guarded(Supplier<CompletableFuture<MessageEditData>> work) {
        try {
            return work.get().exceptionally(BrandingCog::failure);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.completedFuture(failure(e));
        }
    }

    private static MessageEditData failure(Throwable failure) {
        if (failure instanceof StateUnavailableException unavailable) {
            log.warn("A command could not use Redis. reason={}", unavailable.reason());
            return CommandAnswers.message(Replies.failure(unavailable.reason()));
        }
        log.error("A command ended in an error.", failure);
        return CommandAnswers.message(Replies.failure("The bot's log says more. Nothing was lost; please try again."));
    }

    private Optional<Guild> guild() {
        return Optional.ofNullable(jda).map(known -> known.getGuildById(guildId));
    }

    private boolean isHere(@Nullable Guild guild) {
        return guild != null && guild.getIdLong() == guildId;
    }

    private boolean isAllowed(CommandCall call, @Nullable Member member) {
        return isAllowed(call.command().isForModerators(), member);
    }

    private boolean isAllowed(boolean isForModerators, @Nullable Member member) {
        return !isForModerators || (member != null && moderators.include(member));
    }
}
