package dev.brandingbot.cog;

import dev.brandingbot.sync.GuildAnswer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import net.dv8tion.jda.api.requests.RestAction;

/** Sends requests to Discord and waits for the answers, within a bound. Not for JDA's threads. */
final class DiscordRequests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private DiscordRequests() {}

    /**
     * Sends a request.
     *
     * @param then makes something of Discord's answer when it is a good one
     */
    static <T> GuildAnswer send(RestAction<T> action, Function<T, GuildAnswer> then) {
        try {
            // The action's own timeout keeps a request that waited too long in JDA's queue from being sent all the
            // same.
            return await(action.timeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).submit(), then);
        } catch (RejectedExecutionException | CancellationException e) {
            // JDA takes nothing more once it was shut down, and gives up what waits.
            return new GuildAnswer.Failed("The bot is shutting down.");
        }
    }

    /** Sends a request that changes something, unless the lock on the guild was lost. */
    static <T> GuildAnswer sendWhile(BooleanSupplier isHeld, RestAction<T> action, Function<T, GuildAnswer> then) {
        return isHeld.getAsBoolean() ? send(action, then) : GuildAnswer.LOCK_LOST;
    }

    private static <T> GuildAnswer await(Future<T> request, Function<T, GuildAnswer> then) {
        try {
            return then.apply(request.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            request.cancel(true);
            return DiscordErrors.answer(e);
        } catch (InterruptedException e) {
            request.cancel(true);
            Thread.currentThread().interrupt();
            return new GuildAnswer.Failed("The bot is shutting down.");
        }
    }
}
