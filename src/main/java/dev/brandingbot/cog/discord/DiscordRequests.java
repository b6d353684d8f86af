package dev.brandingbot.cog.discord;

import dev.brandingbot.sync.guild.DiscordResult;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests to Discord through JDA, which rejects them after it was shut down. */
public final class DiscordRequests {
    private static final Logger log = LoggerFactory.getLogger(DiscordRequests.class);

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private DiscordRequests() {}

    /** Queues a request without blocking. Requests after JDA was shut down are dropped. */
    public static <T> void queue(RestAction<T> action, Consumer<? super T> then, Consumer<? super Throwable> failed) {
        try {
            action.queue(then, failed);
        } catch (RejectedExecutionException e) {
            log.debug("A request was not sent, because JDA was shut down. reason={}", e.getMessage());
        }
    }

    /**
     * Sends a request and blocks until its answer or a timeout. Don't call it on JDA's threads.
     *
     * @param then makes a result from Discord's answer to a successful request
     * @throws CancellationException if JDA was shut down or this thread was interrupted
     */
    public static <T> DiscordResult send(RestAction<T> action, Function<T, DiscordResult> then) {
        try {
            // The action's own timeout keeps a request that waited too long in JDA's queue from being sent all the
            // same.
            return await(action.timeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).submit(), then);
        } catch (RejectedExecutionException e) {
            throw abandonment();
        }
    }

    /**
     * Sends a request that changes something, unless the lock on the guild was lost.
     *
     * @param isHeld whether the lock is held held; asked right before
     */
    public static <T> DiscordResult sendWhile(
            BooleanSupplier isHeld, Supplier<RestAction<T>> action, Function<T, DiscordResult> then) {
        return isHeld.getAsBoolean() ? send(action.get(), then) : DiscordResult.LOCK_LOST;
    }

    private static <T> DiscordResult await(Future<T> request, Function<T, DiscordResult> then) {
        try {
            return then.apply(request.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            request.cancel(true);
            return DiscordErrorTranslator.toResult(e);
        } catch (InterruptedException e) {
            request.cancel(true);
            Thread.currentThread().interrupt();
            throw abandonment();
        }
    }

    private static CancellationException abandonment() {
        return new CancellationException("Nothing is sent to Discord anymore, because the bot is shutting down.");
    }
}
