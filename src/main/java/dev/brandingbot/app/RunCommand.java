package dev.brandingbot.app;

import dev.brandingbot.app.bot.BrandingBot;
import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.app.settings.Settings;
import dev.brandingbot.app.settings.SettingsLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: runs the bot. */
@Command(
        name = "run",
        description = "Runs the bot.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:stopped, or with --once and --dry-run the server is or would be up to date",
            "1:a failure, or with --once and --dry-run the server is or would not be up to date",
            "2:invalid arguments"
        },
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class RunCommand implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger(RunCommand.class);

    /** Docker kills a container ten seconds after SIGTERM. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(9);

    private final SettingsLoader loader;
    private final Clock clock;
    private final RandomGenerator random;

    @Option(names = "--once", description = "Sync once and exit; status 0 if the server is up to date.")
    private boolean isOnce;

    @Option(
            names = "--dry-run",
            description = "Show what a sync would change, without changing anything; status 0 if it would succeed.")
    private boolean isDryRun;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings file; default: config/branding.yml.")
    private @Nullable Path config;

    @Spec
    private @Nullable CommandSpec spec;

    RunCommand(SettingsLoader loader, Clock clock, RandomGenerator random) {
        this.loader = loader;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Integer call() throws CliException, InterruptedException {
        Settings settings = loader.load(Optional.ofNullable(config));
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        try (BrandingBot bot = BrandingBot.open(settings, clock, random, out)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> closeInTime(bot), "branding-shutdown"));
            if (isDryRun) {
                return status(bot.dryRun());
            }
            if (isOnce) {
                return status(bot.synchronizeOnce());
            }
            bot.run();
            return 0;
        }
    }

    private static int status(boolean isUpToDate) {
        return isUpToDate ? 0 : 1;
    }

    private static void closeInTime(BrandingBot bot) {
        var closed = CompletableFuture.runAsync(bot::close, work -> new Thread(work, "branding-close").start());
        try {
            closed.get(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unclean) {
            log.warn("Could not close everything in time; the next start continues from the stored state.", unclean);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
