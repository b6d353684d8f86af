package dev.brandingbot.sandbox;

import dev.brandingbot.app.bot.BrandingBot;
import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.app.settings.Secret;
import dev.brandingbot.app.settings.Settings;
import dev.brandingbot.sandbox.discord.FakeDiscord;
import dev.brandingbot.sandbox.discord.FakeDiscordSettings;
import dev.brandingbot.sandbox.discord.model.FakeDiscordListener;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.github.FakeGitHub;
import dev.brandingbot.sandbox.github.GitHubSettings;
import dev.brandingbot.support.FailureReason;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real bot with a real Redis, connected to fake Discord and GitHub servers, on a clock that can be set. A listener is notified of
 * what members see.
 */
public final class Sandbox implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Sandbox.class);
    private static final String GITHUB_TOKEN = "sandbox";

    /** The interval in which edits of events are detected. */
    private static final Duration CHECK_EVERY = Duration.ofSeconds(2);

    private static final int SCHEDULED_EVENTS = 3;

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final FakeDiscord discord;
    private final FakeGitHub gitHub;
    private final Settings settings;
    private final MovableClock clock;
    private final PrintWriter out;
    private final CountDownLatch registered = new CountDownLatch(1);
    private final ScheduledExecutorService checks =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "sandbox-checks"));
    private @Nullable BrandingBot bot;
    private boolean isClosed;

    private Sandbox(SandboxSettings wanted, MovableClock clock, FakeDiscordListener listener, PrintWriter out) {
        this.clock = clock;
        this.out = out;
        gitHub = FakeGitHub.start(GitHubSettings.of(wanted.folder()).withToken(GITHUB_TOKEN));
        discord = FakeDiscord.start(
                FakeDiscordSettings.defaults().withPort(wanted.port()).withEventClock(clock));
        discord.addListener(listener);
        discord.addListener(new FakeDiscordListener() {
            @Override
            public void commandsChanged(List<String> names) {
                registered.countDown();
            }
        });
        settings = settings(wanted.dataDir());
    }

    /**
     * Starts the fake servers. {@link #start()} starts the bot.
     *
     * @param wanted the settings
     * @param clock the bot's clock
     * @param listener notified of what members see
     * @param out prints what the bot prints for its operator
     * @throws CliException if another program uses the port
     */
    public static Sandbox open(
            SandboxSettings wanted, MovableClock clock, FakeDiscordListener listener, PrintWriter out)
            throws CliException {
        throwIfInUse(wanted.port());
        return new Sandbox(wanted, clock, listener, out);
    }

    /** Checks the port before the server does, which would log a stack trace. */
    private static void throwIfInUse(int port) throws CliException {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            log.trace("The port is free. port={}", probe.getLocalPort());
        } catch (IOException | IllegalArgumentException unusable) {
            throw new CliException(
                    "Port %s can't be used (%s). Choose another one with --port, or leave it out."
                            .formatted(port, FailureReason.of(unusable)),
                    unusable);
        }
    }

    /**
     * Starts the bot. Blocks until its first check has ended.
     *
     * @throws CliException if the bot can't start
     */
    public void start() throws CliException, InterruptedException {
        openBot().start();
        awaitCommands();
        check();
        scheduleChecks();
    }

    private void requestCheck() {
        var unused = running().checkNow();
    }

    /** Starts regular checks. The bot itself accepts no interval this short. */
    private synchronized void scheduleChecks() {
        if (!isClosed) {
            var unused = checks.scheduleWithFixedDelay(
                    this::requestCheck, CHECK_EVERY.toMillis(), CHECK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Settings settings(Path dataDir) {
        return new Settings(
                new Settings.Discord(
                        new Secret(discord.token()),
                        Optional.of(URI.create(discord.restBaseUrl())),
                        Optional.of(URI.create(discord.gatewayUrl()))),
                new Settings.GitHub(
                        gitHub.repository(),
                        GitHubSettings.BRANCH,
                        Optional.of(new Secret(GITHUB_TOKEN)),
                        Optional.of(URI.create(gitHub.apiUrl()))),
                new Settings.Storage(Optional.empty(), dataDir),
                new Settings.Guild(
                        FakeGuildSettings.ID,
                        Optional.of(FakeGuildSettings.CHANGELOG),
                        Settings.Greeting.DEFAULT,
                        Optional.of(FakeGuildSettings.MOD_LOG),
                        Set.of(FakeGuildSettings.MODERATOR_ROLE),
                        SCHEDULED_EVENTS),
                new Settings.Daemon(true, Settings.DEFAULT_ROTATION, Optional.empty()));
    }

    /** Closing waits for this, because a Redis that is about to start would be left running. */
    private synchronized BrandingBot openBot() throws CliException {
        if (isClosed) {
            throw new CliException("The sandbox has ended.");
        }
        bot = BrandingBot.open(settings, clock, RandomGenerator.getDefault(), out);
        return bot;
    }

    private void awaitCommands() throws CliException, InterruptedException {
        if (!registered.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
            throw new CliException("The bot did not register its commands. Start the sandbox again, with --verbose.");
        }
    }

    /** Returns the fake Discord server. */
    public FakeDiscord discord() {
        return discord;
    }

    /** Returns the fake GitHub server. */
    public FakeGitHub gitHub() {
        return gitHub;
    }

    /** Runs a check if the daemon is enabled. Blocks until it has ended. */
    public void check() throws CliException, InterruptedException {
        await(running().checkNow());
    }

    /** Restarts the bot with the same state. Blocks until the first check has ended. */
    public void restart() throws CliException, InterruptedException {
        running().close();
        openBot().start();
        check();
    }

    private synchronized BrandingBot running() {
        return Objects.requireNonNull(bot, "not started");
    }

    private static void await(CompletableFuture<Void> check) throws CliException, InterruptedException {
        try {
            check.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new CliException("The bot has stopped checking. Start the sandbox again, with --verbose.", e);
        }
    }

    /** Stops the bot, then the fake servers. May be called at any time by any thread. */
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        checks.shutdownNow();
        Optional.ofNullable(bot).ifPresent(BrandingBot::close);
        discord.close();
        gitHub.close();
    }
}
