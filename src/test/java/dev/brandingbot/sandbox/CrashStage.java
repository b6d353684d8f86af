package dev.brandingbot.sandbox;

import dev.brandingbot.app.Main;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.sandbox.KillPoint.Step;
import dev.brandingbot.sandbox.discord.BrandingChange;
import dev.brandingbot.sandbox.discord.GuildSettings;
import dev.brandingbot.sandbox.discord.Message;
import dev.brandingbot.sandbox.discord.Picture;
import dev.brandingbot.sandbox.discord.StandInListener;
import dev.brandingbot.sandbox.server.Fault;
import dev.brandingbot.sandbox.server.LoggedRequest;
import dev.brandingbot.state.BrandingState;
import dev.brandingbot.state.Remembered;
import dev.brandingbot.testing.RedisExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Discord, GitHub and Redis for bots in processes of their own that are killed, one after the other. */
final class CrashStage implements AutoCloseable {
    private static final int LONGEST_RUN_S = 90;
    private static final List<String> COMMAND = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run",
            "--once",
            "--verbose");

    private final Path repository;
    private final RedisExtension redis;
    private final StandIns standIns;
    private volatile Trap trap = new Trap(KillPoint.NEVER);

    CrashStage(Path repository, RedisExtension redis) {
        this.repository = repository;
        this.redis = redis;
        this.standIns = StandIns.start(repository);
        standIns.discord().addListener(new Changes());
        Stream.of(standIns.discord().faults(), standIns.gitHub().faults())
                .forEach(faults -> faults.always(request -> trap.isDeadAt(step(request)), new Fault.Disconnect()));
    }

    private static Step step(LoggedRequest request) {
        return request.method().equals("GET") ? Step.BEFORE_QUESTION : Step.BEFORE_CHANGE;
    }

    /** What members see changes while the bot waits for the answer. */
    private final class Changes implements StandInListener {
        @Override
        public void guildChanged(BrandingChange change) {
            if (change.isByBot()) {
                trap.isDeadAt(Step.AFTER_CHANGE);
            }
        }

        @Override
        public void messageCreated(Message message) {
            trap.isDeadAt(Step.AFTER_CHANGE);
        }
    }

    /** Lets the guild wear these images already. */
    void dress(byte[] icon, byte[] banner) {
        standIns.discord().changeIcon(icon);
        standIns.discord().changeBanner(banner);
    }

    /** Runs a bot until it ends by itself or reaches {@code point}, and lets so much time pass that its leases are over. */
    Run run(KillPoint point, Path output) throws IOException, InterruptedException {
        trap = new Trap(point);
        try (var proxy = CommandProxy.start(redis.port(), trap)) {
            var process = start(proxy, output);
            trap.setFor(process);
            var isMoment = point.step() == Step.MOMENT && !point.equals(KillPoint.NEVER);
            var patience = isMoment ? point.number() : TimeUnit.SECONDS.toMillis(LONGEST_RUN_S);
            if (!process.waitFor(patience, TimeUnit.MILLISECONDS)) {
                trap.spring();
            }
            return new Run(trap, process.exitValue(), output);
        } finally {
            redis.jedis().keys("*:lease:*").forEach(redis.jedis()::del);
        }
    }

    private Process start(CommandProxy proxy, Path output) throws IOException {
        var bot = new ProcessBuilder(COMMAND)
                .directory(repository.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bot.environment().putAll(standIns.environment(repository.resolveSibling("data")));
        bot.environment().put("REDIS_URL", proxy.redisUrl());
        return bot.start();
    }

    /** The path in the repository of what members see. */
    String shown(AssetKind kind) {
        return picture(kind)
                .flatMap(image -> new AssetFiles(repository).named(image.bytes()))
                .orElse("none");
    }

    private Optional<Picture> picture(AssetKind kind) {
        var guild = standIns.discord().guild();
        return switch (kind) {
            case BANNER -> guild.banner();
            case ICON -> guild.icon();
        };
    }

    List<Message> announcements() {
        return standIns.discord().messages(GuildSettings.CHANGELOG);
    }

    BrandingState state() {
        return new BrandingState(redis.jedis(), GuildSettings.ID);
    }

    Remembered remembered() {
        return state().read();
    }

    @Override
    public void close() {
        standIns.close();
    }

    /**
     * A run that is over.
     *
     * @param trap what it met
     * @param status its status
     * @param output the file with all that it printed
     */
    record Run(Trap trap, int status, Path output) {
        String printed() throws IOException {
            return Files.readString(output);
        }
    }
}
