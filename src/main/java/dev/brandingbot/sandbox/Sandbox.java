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
 * The real bot with a real Redis between stand-ins for Discord and GitHub, on a clock that can be moved. What members see is
 * told to a listener as it happens.
 */
public final class Sandbox implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Sandbox.class);
    private static final String GITHUB_TOKEN = "sandbox";

    /** How soon an edit of an event is noticed. */
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
     * Opens the stand-ins; the bot is {@linkplain #start() yet to begin}.
     *
     * @param wanted which events, and where to keep the state
     * @param clock what time it is for the bot
     * @param listener is told what members see
     * @param out what an operator would read
     * @throws CliException when another program has the port
     */
    public static Sandbox open(
            SandboxSettings wanted, MovableClock clock, FakeDiscordListener listener, PrintWriter out)
            throws CliException {
        throwIfTaken(wanted.port());
        return new Sandbox(wanted, clock, listener, out);
    }

    /** Asked beforehand, because the server would log a stack trace. */
    private static void throwIfTaken(int port) throws CliException {
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
     * Starts the bot, and returns when it has looked for the first time.
     *
     * @throws CliException when the bot can't start, with what to do
     */
    public void start() throws CliException, InterruptedException {
        openBot().start();
        awaitCommands();
        check();
        checkOften();
    }

    private void requestCheck() {
        var unused = running().checkNow();
    }

    /** The bot itself accepts no interval this short. */
    private synchronized void checkOften() {
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
                        Settings.Greeting.USUAL,
                        Optional.of(FakeGuildSettings.MOD_LOG),
                        Set.of(FakeGuildSettings.MODERATOR_ROLE),
                        SCHEDULED_EVENTS),
                new Settings.Daemon(true, Settings.DEFAULT_ROTATION, Optional.empty()));
    }

    /** Whoever closes meanwhile waits: a Redis that is about to start would be left behind. */
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

    /** Discord, as its members use it. */
    public FakeDiscord discord() {
        return discord;
    }

    /** GitHub, as the bot asks it. */
    public FakeGitHub gitHub() {
        return gitHub;
    }

    /** Lets the daemon look once, where it is on, and waits until it has. */
    public void check() throws CliException, InterruptedException {
        await(running().checkNow());
    }

    /** Ends the bot and starts it again; its state stays. */
    public void restart() throws CliException, InterruptedException {
        running().close();
        openBot().start();
        check();
    }

    private synchronized BrandingBot running() {
        return Objects.requireNonNull(bot, "begins first");
    }

    private static void await(CompletableFuture<Void> look) throws CliException, InterruptedException {
        try {
            look.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new CliException("The bot has stopped checking. Start the sandbox again, with --verbose.", e);
        }
    }

    /** Ends the bot, then the stand-ins. Any thread may do so, at any time. */
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
