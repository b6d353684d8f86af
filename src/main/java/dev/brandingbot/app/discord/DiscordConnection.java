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

/** The bot's connection to Discord, from the login to its end. */
public final class DiscordConnection extends ListenerAdapter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DiscordConnection.class);
    private static final String REFUSED_TOKEN =
            "Discord refuses the token: put the bot's current one into DISCORD_TOKEN"
                    + " (https://discord.com/developers/applications: Bot, Reset Token).";
    /** JDA's own pause after a connection that is refused, in seconds; the least that JDA accepts. */
    private static final int LONGEST_RECONNECT_DELAY = 32;

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
     * Logs in, which takes one request, and begins to connect. No intent is asked for: those for guilds always come.
     *
     * @param discord whom to log in where
     * @param http the client to use; not closed by this class
     * @param sessions where and when to connect; closed with this
     * @param listeners notified of every event from the first one on
     * @throws CliException if the token is refused or Discord cannot be reached
     */
    public static DiscordConnection open(
            Settings.Discord discord, OkHttpClient http, ThrottledSessionController sessions, List<Object> listeners)
            throws CliException {
        JDABuilder builder = JDABuilder.createLight(discord.token().reveal(), List.of())
                .setHttpClient(http)
                .setMaxReconnectDelay(LONGEST_RECONNECT_DELAY)
                .setEnableShutdownHook(false)
                .addEventListeners(listeners.toArray());
        discord.apiUrl().ifPresent(url -> builder.setRestConfig(new RestConfig().setBaseUrl(base(url))));
        try {
            return new DiscordConnection(builder, sessions);
        } catch (InvalidTokenException refused) {
            throw new CliException(REFUSED_TOKEN, refused);
        } catch (RuntimeException unreachable) {
            throw new CliException(
                    "Discord can't be reached (%s): check the connection and DISCORD_API_URL, and start again."
                            .formatted(reason(unreachable)),
                    unreachable);
        }
    }

    /** What happened on the network, where that is behind it: JDA wraps it, and appends where it was called from. */
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
     * Waits until everything that Discord tells at the start is there.
     *
     * @throws CliException if that does not come about in {@code patience}
     */
    public JDA awaitReady(Duration patience) throws CliException, InterruptedException {
        try {
            CompletableFuture.anyOf(ready, end).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            throw new CliException(
                    "Discord's gateway did not answer within %s s: check the connection and DISCORD_GATEWAY_URL, and start again."
                            .formatted(patience.toSeconds()),
                    late);
        }
        throwIfRefused();
        return jda;
    }

    /**
     * Waits until the connection has ended for good.
     *
     * @throws CliException if Discord ended it
     */
    public void awaitEnd() throws CliException, InterruptedException {
        try {
            end.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        throwIfRefused();
    }

    private void throwIfRefused() throws CliException {
        if (end.isDone() && end.join() != CloseCode.GRACEFUL_CLOSE) {
            throw new CliException(reason(end.join()));
        }
    }

    private static String reason(CloseCode code) {
        return switch (code) {
            case AUTHENTICATION_FAILED -> REFUSED_TOKEN;
            case INVALID_SHARD, SHARDING_REQUIRED ->
                "Discord requires sharding, because this bot is in too many servers. Use a separate bot for the branding.";
            default ->
                "Discord closed the connection (%s, %s) and will not accept it again. Restart the bot; if this persists, update it."
                        .formatted(code.getCode(), code.getMeaning());
        };
    }

    /** Whether Discord is being listened to now. */
    public boolean isConnected() {
        return jda.getStatus() == JDA.Status.CONNECTED;
    }

    /** Leaves in order, or without if that takes too long. */
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
