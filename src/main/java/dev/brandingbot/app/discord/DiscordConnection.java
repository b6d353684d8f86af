package dev.brandingbot.app.discord;

import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.app.settings.Settings;
import dev.brandingbot.support.FailureReason;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.RestConfig;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot's connection to Discord. Thread-safe. */
public final class DiscordConnection extends ListenerAdapter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DiscordConnection.class);
    private static final String INVALID_TOKEN =
            "Discord rejected the token: set DISCORD_TOKEN to the bot's current token"
                    + " (https://discord.com/developers/applications: Bot, Reset Token).";
    /** JDA's longest delay after a refused connection, in seconds. JDA accepts no smaller value. */
    private static final int MAX_RECONNECT_DELAY = 32;

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final CompletableFuture<JDA> ready = new CompletableFuture<>();
    private final CompletableFuture<CloseCode> end = new CompletableFuture<>();
    private final ThrottledSessionController sessions;
    private final JDA jda;

    private DiscordConnection(JDABuilder builder, ThrottledSessionController sessions) {
        this.sessions = sessions;
        this.jda = builder.setSessionController(sessions)
                .addEventListeners(sessions, this)
                .build();
    }

    /**
     * Logs in with one request, and starts to connect. Requests no intents: events about the bot's guilds are always sent. Blocks.
     *
     * @param discord the token and URLs
     * @param http the HTTP client; not closed by this class
     * @param sessions decides where and when to connect; closed with this
     * @param listeners JDA event listeners, registered before the first event
     * @throws CliException if Discord rejects the token or can't be reached
     */
    public static DiscordConnection open(
            Settings.Discord discord, OkHttpClient http, ThrottledSessionController sessions, List<Object> listeners)
            throws CliException {
        JDABuilder builder = JDABuilder.createLight(discord.token().reveal(), List.of())
                .setHttpClient(http)
                .setMaxReconnectDelay(MAX_RECONNECT_DELAY)
                .setEnableShutdownHook(false)
                .addEventListeners(listeners.toArray());
        discord.apiUrl().ifPresent(url -> builder.setRestConfig(new RestConfig().setBaseUrl(base(url))));
        try {
            return new DiscordConnection(builder, sessions);
        } catch (InvalidTokenException rejected) {
            throw new CliException(INVALID_TOKEN, rejected);
        } catch (RuntimeException unreachable) {
            throw new CliException(
                    "Discord can't be reached (%s): check the network and DISCORD_API_URL, and start the bot again."
                            .formatted(reason(unreachable)),
                    unreachable);
        }
    }

    /** Returns the network failure if there is one. JDA wraps it and appends a description of the call site. */
    private static String reason(RuntimeException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(IOException.class::isInstance)
                .findFirst()
                .map(FailureReason::of)
                .orElseGet(() -> FailureReason.of(failure));
    }

    private static String base(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? text : text + "/";
    }

    @Override
    public void onReady(ReadyEvent event) {
        ready.complete(event.getJDA());
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        CloseCode code = Optional.ofNullable(event.getCloseCode()).orElse(CloseCode.INTERNAL_SERVER_ERROR);
        log.debug("The connection to Discord has ended. code={}", event.getCode());
        end.complete(code);
    }

    /**
     * Blocks until Discord has sent the initial events.
     *
     * @param timeout how long to wait
     * @throws CliException if Discord rejects the bot, or the events do not arrive in time
     */
    public JDA awaitReady(Duration timeout) throws CliException, InterruptedException {
        try {
            CompletableFuture.anyOf(ready, end).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            throw new CliException(
                    "Discord's gateway did not answer within %s s: check the network and DISCORD_GATEWAY_URL, and start the bot again."
                            .formatted(timeout.toSeconds()),
                    late);
        }
        throwIfRejected();
        return jda;
    }

    /**
     * Blocks until the connection has ended and will not be restored.
     *
     * @throws CliException if Discord closed it
     */
    public void awaitEnd() throws CliException, InterruptedException {
        try {
            end.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        throwIfRejected();
    }

    private void throwIfRejected() throws CliException {
        if (end.isDone() && end.join() != CloseCode.GRACEFUL_CLOSE) {
            throw new CliException(reason(end.join()));
        }
    }

    private static String reason(CloseCode code) {
        return switch (code) {
            case AUTHENTICATION_FAILED -> INVALID_TOKEN;
            case INVALID_SHARD, SHARDING_REQUIRED ->
                "Discord requires sharding, because this bot is in too many servers. Use a separate bot for the branding.";
            default ->
                "Discord closed the connection (%s, %s) and will not accept it again. Restart the bot; if this persists, update it."
                        .formatted(code.getCode(), code.getMeaning());
        };
    }

    /** Whether the bot currently receives events from Discord. */
    public boolean isConnected() {
        return jda.getStatus() == JDA.Status.CONNECTED;
    }

    /** Closes the connection. Blocks for up to two seconds for an orderly shutdown. */
    @Override
    public void close() {
        sessions.close();
        jda.shutdown();
        try {
            if (!jda.awaitShutdown(CLOSE_TIMEOUT)) {
                jda.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            jda.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
