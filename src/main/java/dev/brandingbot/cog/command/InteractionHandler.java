package dev.brandingbot.cog.command;

import dev.brandingbot.cog.daemon.CogThreads;
import dev.brandingbot.cog.discord.DiscordRequests;
import dev.brandingbot.cog.embed.Embeds;
import dev.brandingbot.cog.embed.PageButton;
import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.support.FailureReason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.AutoCompleteQuery;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.restaction.interactions.ReplyCallbackAction;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the interactions of members: checks permissions, acknowledges, runs the command on the executor, and always answers.
 * Ignores other guilds and other commands. Called on JDA's event thread, which it never blocks.
 */
public final class InteractionHandler {
    private static final Logger log = LoggerFactory.getLogger(InteractionHandler.class);

    /** Another instance of the bot was faster, or Discord's time limit passed: there is nothing to answer. */
    private static final Consumer<Throwable> NOT_OURS = ErrorResponseException.ignore(
            ErrorResponse.UNKNOWN_INTERACTION, ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED);

    private final long guildId;
    private final ModeratorCheck moderators;
    private final CogThreads threads;
    private final CommandRouter router;

    /** The hooks of commands that were acknowledged and have not started. */
    private final Set<InteractionHook> waiting = ConcurrentHashMap.newKeySet();

    private volatile boolean isClosed;

    /** @param threads run the commands, which block on GitHub, Discord and Redis; not closed here */
    public InteractionHandler(long guildId, ModeratorCheck moderators, CogThreads threads, CommandRouter router) {
        this.guildId = guildId;
        this.moderators = moderators;
        this.threads = threads;
        this.router = router;
    }

    /** Handles a command. */
    public void take(SlashCommandInteractionEvent event) {
        if (isOurGuild(event.getGuild())) {
            CommandInvocation.of(event).ifPresent(call -> take(call, event));
        }
    }

    private void take(CommandInvocation call, SlashCommandInteractionEvent event) {
        if (isAllowed(call, event.getMember())) {
            // Work starts once Discord accepts the acknowledgment, so only one of two instances acts.
            DiscordRequests.queue(
                    acknowledge(call, event),
                    hook -> answer(hook, executor(call), () -> router.answer(call)),
                    NOT_OURS);
        } else {
            refuse(event);
        }
    }

    private Executor executor(CommandInvocation call) {
        return call.command().isExclusive() ? threads.exclusive() : threads.executor();
    }

    private static ReplyCallbackAction acknowledge(CommandInvocation call, SlashCommandInteractionEvent event) {
        var reply = event.deferReply();
        return call.command().isEphemeral() ? reply.setEphemeral(true) : reply;
    }

    /** Answers with choices while a member types a command. */
    public void take(CommandAutoCompleteInteractionEvent event) {
        if (isOurGuild(event.getGuild())) {
            CommandInvocation.of(event)
                    .filter(call -> isAllowed(call, event.getMember()))
                    .ifPresent(call -> suggest(call, event));
        }
    }

    private void suggest(CommandInvocation call, CommandAutoCompleteInteractionEvent event) {
        try {
            threads.executor()
                    .execute(() -> DiscordRequests.queue(
                            event.replyChoices(safely(call, event.getFocusedOption())), done -> {}, NOT_OURS));
        } catch (RejectedExecutionException e) {
            log.debug("A member typed a command while the bot was shutting down.");
        }
    }

    /** Returns no suggestions on any failure. */
    private List<Command.Choice> safely(CommandInvocation call, AutoCompleteQuery typed) {
        try {
            return router.suggestions(call, typed.getName(), typed.getValue());
        } catch (RuntimeException e) {
            log.warn("There are no suggestions. command={} reason={}", call.command(), FailureReason.of(e));
            return List.of();
        }
    }

    /** Handles a pressed button. */
    public void take(ButtonInteractionEvent event) {
        if (isOurGuild(event.getGuild()) && PageButton.isOfGuild(guildId, event.getComponentId())) {
            changePage(event, PageButton.list(event.getComponentId()));
        }
    }

    private void changePage(ButtonInteractionEvent event, Optional<PageButton> button) {
        if (isAllowed(button.filter(PageButton::isForModerators).isPresent(), event.getMember())) {
            DiscordRequests.queue(event.deferEdit(), hook -> changePage(hook, button), NOT_OURS);
        } else {
            refuse(event);
        }
    }

    private static void refuse(IReplyCallback event) {
        DiscordRequests.queue(event.replyEmbeds(Embeds.refusal()).setEphemeral(true), done -> {}, NOT_OURS);
    }

    /** Removes a button of another version of the bot that this version does not know. */
    private void changePage(InteractionHook hook, Optional<PageButton> button) {
        button.ifPresentOrElse(
                known -> answer(hook, threads.executor(), () -> router.page(known)),
                () -> DiscordRequests.queue(
                        hook.editOriginalComponents(List.of()),
                        done -> {},
                        failure -> log.debug("An unknown button could not be removed. reason={}", failure.toString())));
    }

    private void answer(InteractionHook hook, Executor executor, Supplier<CompletableFuture<MessageEditData>> work) {
        waiting.add(hook);
        try {
            executor.execute(() -> {
                if (waiting.remove(hook)) {
                    send(hook, safely(work));
                }
            });
        } catch (RejectedExecutionException e) {
            abandon(hook);
        }
        if (isClosed) {
            abandon(hook);
        }
    }

    /**
     * Starts no more commands. Those that have not started are answered, because an executor drops them silently when it is shut
     * down.
     */
    public void close() {
        isClosed = true;
        waiting.forEach(this::abandon);
    }

    private void abandon(InteractionHook hook) {
        if (waiting.remove(hook)) {
            send(hook, CompletableFuture.completedFuture(restarting("It has not begun.")));
        }
    }

    private static void send(InteractionHook hook, CompletableFuture<MessageEditData> result) {
        // The result is not needed.
        var unused = result.thenAccept(message ->
                DiscordRequests.queue(hook.editOriginal(message), done -> {}, refused -> sendFallback(hook, refused)));
    }

    /** Tells the member that the answer was rejected. */
    private static void sendFallback(InteractionHook hook, Throwable refused) {
        log.error("Discord rejected the answer to a command.", refused);
        var apology = Embeds.failure("Discord rejected the answer. The bot's log has the reason.");
        DiscordRequests.queue(
                hook.editOriginal(CommandRouter.message(apology)),
                done -> {},
                failure -> log.warn("A command could not be answered. reason={}", failure.toString()));
    }

    /** Runs the work and turns every failure into an answer. */
    private CompletableFuture<MessageEditData> safely(Supplier<CompletableFuture<MessageEditData>> work) {
        try {
            return work.get().exceptionally(this::failure);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.completedFuture(failure(e));
        }
    }

    private MessageEditData failure(Throwable thrown) {
        var failure = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (threads.executor().isShutdown() || failure instanceof CancellationException) {
            return restarting(failure.toString());
        }
        if (failure instanceof StateUnavailableException unavailable) {
            log.warn("A command could not use Redis. reason={}", unavailable.reason());
            return CommandRouter.message(Embeds.failure(
                    "The bot can't reach its database (Redis) right now. Please try again in a few minutes."));
        }
        log.error("A command failed.", failure);
        return CommandRouter.message(
                Embeds.failure("Something went wrong. Please try again; the bot's log has the details."));
    }

    private static MessageEditData restarting(String reason) {
        log.debug("A command was abandoned, because the bot is shutting down. reason={}", reason);
        return CommandRouter.message(Embeds.failure("The bot is restarting. Please try again in a minute."));
    }

    private boolean isOurGuild(@Nullable Guild guild) {
        return guild != null && guild.getIdLong() == guildId;
    }

    private boolean isAllowed(CommandInvocation call, @Nullable Member member) {
        return isAllowed(call.command().isForModerators(), member);
    }

    private boolean isAllowed(boolean isForModerators, @Nullable Member member) {
        return !isForModerators || (member != null && moderators.isModerator(member));
    }
}
