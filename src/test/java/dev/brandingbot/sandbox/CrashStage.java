package dev.brandingbot.sandbox;

import static org.awaitility.Awaitility.await;

import dev.brandingbot.app.Main;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.sandbox.KillPoint.Step;
import dev.brandingbot.sandbox.discord.model.FakeDiscordListener;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import dev.brandingbot.sandbox.discord.model.GuildChange;
import dev.brandingbot.sandbox.discord.model.GuildImage;
import dev.brandingbot.sandbox.server.Fault;
import dev.brandingbot.sandbox.server.LoggedRequest;
import dev.brandingbot.state.AppliedBranding;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.testing.RedisExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Fake Discord and GitHub servers and a Redis for bots in other processes, which are killed one after the other. */
final class CrashStage implements AutoCloseable {
    private static final Duration LONGEST_RUN = Duration.ofSeconds(90);
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"));
    private static final List<String> PROGRAM = List.of(Main.class.getName(), "--verbose", "run");
    private static final List<String> SMALL_HOST = List.of(HostProcess.class.getName());
    private static final int TERMINATED = 143;

    private final Path repository;
    private final RedisExtension redis;
    private final boolean isDaemon;
    private final boolean isSmall;
    private final FakeServices fakes;
    private volatile KillTrap trap = new KillTrap(KillPoint.NEVER);

    /**
     * @param isDaemon whether the bots are daemons instead of single runs
     * @param isSmall whether they are hosts of the cog with two threads and one Redis connection, or the program
     */
    CrashStage(Path repository, RedisExtension redis, boolean isDaemon, boolean isSmall) {
        this.repository = repository;
        this.redis = redis;
        this.isDaemon = isDaemon;
        this.isSmall = isSmall;
        this.fakes = FakeServices.start(repository);
        fakes.discord().addListener(new Changes());
        Stream.of(fakes.discord().faults(), fakes.gitHub().faults())
                .forEach(faults -> faults.failAlways(request -> trap.isDeadAt(step(request)), new Fault.Disconnect()));
    }

    private static Step step(LoggedRequest request) {
        return request.method().equals("GET") ? Step.BEFORE_QUESTION : Step.BEFORE_CHANGE;
    }

    /** Changes what members see while the bot waits for the response. */
    private final class Changes implements FakeDiscordListener {
        @Override
        public void guildChanged(GuildChange change) {
            if (change.isByBot()) {
                trap.isDeadAt(Step.AFTER_CHANGE);
            }
        }

        @Override
        public void messageCreated(FakeMessage message) {
            trap.isDeadAt(Step.AFTER_CHANGE);
        }
    }

    /** Sets the initial images of the guild. */
    void dress(byte[] icon, byte[] banner) {
        fakes.discord().changeIcon(icon);
        fakes.discord().changeBanner(banner);
    }

    /**
     * Runs a bot until it ends, has finished a check as a daemon, or reaches {@code point}, and then advances the time until its leases
     * have expired.
     */
    Run run(KillPoint point, Path output) throws IOException, InterruptedException {
        trap = new KillTrap(point);
        redis.jedis().keys("*:look").forEach(redis.jedis()::del);
        try (var proxy = CommandProxy.start(redis.port(), trap)) {
            var process = start(proxy, output);
            trap.setFor(process);
            var isMoment = point.step() == Step.MOMENT && !point.equals(KillPoint.NEVER);
            var patience = isMoment ? Duration.ofMillis(point.number()) : LONGEST_RUN;
            if (isDaemon && !isMoment) {
                await().atMost(patience).until(() -> !process.isAlive() || hasLooked());
                end(process, point);
            }
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                trap.spring();
            }
            return new Run(trap, process.exitValue(), output);
        } finally {
            redis.jedis().keys("*:lease:*").forEach(redis.jedis()::del);
            redis.jedis().keys("*:sessions").forEach(redis.jedis()::del);
        }
    }

    /** The time of the next check is the last value that the daemon stores after a check. */
    private boolean hasLooked() {
        return state().nextCheck().isPresent() && state().lastCheck().isPresent();
    }

    private void end(Process process, KillPoint point) {
        if (point.equals(KillPoint.NEVER)) {
            process.destroy();
        } else {
            trap.spring();
        }
    }

    private Process start(CommandProxy proxy, Path output) throws IOException {
        var command = new ArrayList<>(JAVA);
        command.addAll(isSmall ? SMALL_HOST : PROGRAM);
        if (!isDaemon) {
            command.add("--once");
        }
        var bot = new ProcessBuilder(command)
                .directory(repository.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bot.environment().putAll(fakes.environment(repository.resolveSibling("data")));
        bot.environment().put("REDIS_URL", proxy.redisUrl());
        bot.environment().put("BRANDING_DAEMON", "on");
        return bot.start();
    }

    /** Returns the path in the repository of an image that members see. */
    String shown(AssetKind kind) {
        return picture(kind)
                .flatMap(image -> new AssetFileIndex(repository).nameOf(image.bytes()))
                .orElse("none");
    }

    private Optional<GuildImage> picture(AssetKind kind) {
        var guild = fakes.discord().guild();
        return switch (kind) {
            case BANNER -> guild.banner();
            case ICON -> guild.icon();
        };
    }

    List<FakeMessage> announcements() {
        return fakes.discord().messages(FakeGuildSettings.CHANGELOG);
    }

    BrandingStore state() {
        return new BrandingStore(redis.jedis(), FakeGuildSettings.ID);
    }

    AppliedBranding remembered() {
        return state().read();
    }

    @Override
    public void close() {
        fakes.close();
    }

    /**
     * A finished run.
     *
     * @param trap the trap
     * @param status the exit status
     * @param output the file with its output
     */
    record Run(KillTrap trap, int status, Path output) {
        boolean isWell() {
            return status == 0 || status == TERMINATED;
        }

        String printed() throws IOException {
            return Files.readString(output);
        }
    }
}
