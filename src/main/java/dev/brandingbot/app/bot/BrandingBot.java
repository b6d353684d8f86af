package dev.brandingbot.app.bot;

import dev.brandingbot.app.discord.CommandRegistration;
import dev.brandingbot.app.discord.DiscordConnection;
import dev.brandingbot.app.discord.GatewayPauses;
import dev.brandingbot.app.discord.GuildSetup;
import dev.brandingbot.app.discord.StartupThrottle;
import dev.brandingbot.app.discord.ThrottledSessionController;
import dev.brandingbot.app.redis.RedisBackend;
import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.app.settings.Settings;
import dev.brandingbot.cog.BrandingCog;
import dev.brandingbot.cog.BrandingCogBuilder;
import dev.brandingbot.state.SessionStartLog;
import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.sync.SyncReport;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The standalone bot: a {@link BrandingCog} with its own JDA, Redis client, HTTP client and threads. May be closed by another thread
 * than the one that runs it.
 */
public final class BrandingBot implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration SYNC_TIMEOUT = Duration.ofMinutes(10);

    private final Settings settings;
    private final Clock clock;
    private final PrintWriter out;
    private final OkHttpClient http;
    private final WorkerPool threads = new WorkerPool();
    private final RedisBackend state;
    private final BrandingCog cog;
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final AtomicReference<Runnable> cleanEnd = new AtomicReference<>(BrandingBot::doNothing);
    private volatile @Nullable DiscordConnection session;

    private BrandingBot(
            Settings settings,
            RedisBackend state,
            OkHttpClient http,
            Clock clock,
            RandomGenerator random,
            PrintWriter out) {
        this.settings = settings;
        this.state = state;
        this.http = http;
        this.clock = clock;
        this.out = out;
        this.cog = cog(random);
    }

    /**
     * Opens everything that the bot needs except Discord. Blocks while the embedded Redis starts.
     *
     * @param settings the settings
     * @param clock the time
     * @param random shuffles the assets of rotations
     * @param out the standard output, for the operator
     * @throws CliException if the embedded Redis is used and can't start
     */
    public static BrandingBot open(Settings settings, Clock clock, RandomGenerator random, PrintWriter out)
            throws CliException {
        // Reading certificates takes as long as starting Redis. The threads of the common pool may all be blocked.
        CompletableFuture<OkHttpClient> http =
                CompletableFuture.supplyAsync(OkHttpClient::new, work -> new Thread(work, "branding-http").start());
        RedisBackend state = RedisBackend.open(settings.storage());
        var bot = new BrandingBot(settings, state, http.join(), clock, random, out);
        state.watch(bot.threads.executor(), clock);
        return bot;
    }

    private BrandingCog cog(RandomGenerator random) {
        BrandingCogBuilder builder = BrandingCog.builder(settings.guild().id())
                .source(settings.gitHub().source(http, clock))
                .redis(state.redis())
                .executor(threads.executor())
                .clock(clock)
                .random(random)
                .moderatorRoles(settings.guild().moderatorRoles())
                .scheduledEvents(settings.guild().scheduledEvents())
                .rotation(settings.daemon().rotation())
                .checkEvery(settings.daemon().checkEvery())
                .daemonOnByDefault(settings.daemon().isOnByDefault());
        settings.guild().changelogChannel().ifPresent(builder::changelogChannel);
        settings.guild().greeting().role().ifPresent(builder::announceRole);
        settings.guild().greeting().text().ifPresent(builder::announceText);
        settings.guild().modLogChannel().ifPresent(builder::modLogChannel);
        return builder.build();
    }

    /**
     * Serves the guild until the bot is closed. Blocks. A session that ends with an exception counts as a crash.
     *
     * @throws CliException if Discord rejects the bot, at the start or later
     */
    public void run() throws CliException, InterruptedException {
        StartupThrottle start = new StartupThrottle(
                new SessionStartLog(state.redis(), settings.guild().id()), clock);
        Duration pause = start.next();
        cleanEnd.set(start::endCleanly);
        try {
            connectAndStart(pause).awaitEnd();
        } finally {
            cleanEnd.set(BrandingBot::doNothing);
        }
    }

    /**
     * Starts to serve the guild. Blocks until Discord has sent the initial events.
     *
     * @throws CliException if Discord rejects the bot or does not answer
     */
    public void start() throws CliException, InterruptedException {
        connectAndStart(Duration.ZERO).awaitReady(CONNECT_TIMEOUT);
    }

    /** Starts a check if the daemon is enabled. The future completes when the check has ended. */
    public CompletableFuture<Void> checkNow() {
        return cog.checkNow();
    }

    private DiscordConnection connectAndStart(Duration pause) throws CliException {
        CommandRegistration registration = new CommandRegistration(cog.commandData(), threads.executor());
        DiscordConnection connected = connect(pause, List.of(cog, new GuildSetup(settings.guild(), registration, out)));
        new Heartbeat(settings.storage().dataDir(), connected::isConnected, clock).start(threads.executor());
        return connected;
    }

    /**
     * Syncs the guild once, and prints the result. Blocks.
     *
     * @return whether the guild is up to date
     * @throws CliException if Discord rejects the bot or does not answer, or Redis can't be used
     */
    public boolean synchronizeOnce() throws CliException, InterruptedException {
        return report(connectOnce(), cog::synchronize, new OneShotReport(false));
    }

    /**
     * Prints what a sync would change, and changes nothing. Blocks.
     *
     * @return whether the guild would be up to date
     * @throws CliException if Discord rejects the bot or does not answer, or Redis can't be used
     */
    public boolean dryRun() throws CliException, InterruptedException {
        Optional<JDA> jda = connectOnce();
        jda.ifPresent(connected -> out.println("Dry run: no changes are made."));
        return report(jda, cog::dryRun, new OneShotReport(true));
    }

    private Optional<JDA> connectOnce() throws CliException, InterruptedException {
        JDA jda = connect(Duration.ZERO, List.of()).awaitReady(CONNECT_TIMEOUT);
        Optional<String> invitation = GuildSetup.missingGuildMessage(jda, settings.guild());
        invitation.ifPresent(out::println);
        return invitation.isPresent() ? Optional.empty() : Optional.of(jda);
    }

    private boolean report(Optional<JDA> jda, Function<JDA, CompletableFuture<SyncReport>> sync, OneShotReport text)
            throws CliException, InterruptedException {
        if (jda.isEmpty()) {
            return false;
        }
        SyncReport report = await(sync.apply(jda.get()));
        List<String> missing = cog.missingRequirements(jda.get());
        Stream.concat(text.lines(report).stream(), missing.stream()).forEach(out::println);
        return report.isInSync() && missing.isEmpty();
    }

    private static SyncReport await(CompletableFuture<SyncReport> sync) throws CliException, InterruptedException {
        try {
            return sync.get(SYNC_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof StateUnavailableException redis) {
                throw new CliException(redis.reason(), redis);
            }
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException late) {
            throw new CliException(
                    "The sync did not finish within %s minutes: try again.".formatted(SYNC_TIMEOUT.toMinutes()), late);
        }
    }

    private DiscordConnection connect(Duration pause, List<Object> listeners) throws CliException {
        var sessions = new ThrottledSessionController(
                settings.discord().gatewayUrl(), new GatewayPauses(pause, clock, new Random()), threads.executor());
        DiscordConnection connected = DiscordConnection.open(settings.discord(), http, sessions, listeners);
        session = connected;
        if (isClosed.get()) {
            connected.close();
        }
        return connected;
    }

    /** Waits some seconds for running tasks, then interrupts them, and disconnects from Discord and Redis. */
    @Override
    public void close() {
        if (isClosed.getAndSet(true)) {
            return;
        }
        cleanEnd.getAndSet(BrandingBot::doNothing).run();
        cog.close();
        threads.close();
        if (session != null) {
            session.close();
        }
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        state.close();
    }

    private static void doNothing() {}
}
