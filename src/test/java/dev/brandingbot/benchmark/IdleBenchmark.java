package dev.brandingbot.benchmark;

import dev.brandingbot.app.redis.RedisClients;
import dev.brandingbot.app.settings.RedisUrl;
import dev.brandingbot.sandbox.FakeServices;
import dev.brandingbot.sandbox.discord.client.SlashInvocation;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.UnifiedJedis;

/** Measures the memory and the hourly cost of an idle {@code run}. Linux only. */
final class IdleBenchmark implements AutoCloseable {
    private static final Duration TO_BECOME_CALM = Duration.ofSeconds(20);
    private static final Duration TO_SETTLE = Duration.ofSeconds(3);
    private static final int MINUTES = Integer.getInteger("benchmark.idle-minutes", 2);
    private static final int LOOKS_AN_HOUR = 2;
    private static final int UPLOADS = 4;

    private static final int LARGE_IMAGE_BYTES = 7 << 20;

    private final BrandingFolder folder;
    private final BrandingFolder repository;
    private final FakeServices fakes;
    private final Process bot;
    private final UnifiedJedis redis;
    private final long ownCommands;

    IdleBenchmark(Path jar, Java java, List<String> options, BrandingFolder repository) throws Exception {
        this.repository = repository;
        folder = new BrandingFolder(Files.createTempDirectory("branding-idle-"));
        fakes = FakeServices.start(repository.path());
        var guild = new BenchmarkGuild();
        fakes.discord().addListener(guild);
        var data = folder.path().resolve("data");
        var builder = java.process(folder.path(), options, "-jar", jar.toString(), "run");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(fakes.environment(data));
        bot = builder.start();
        guild.moment().get(1, TimeUnit.MINUTES);
        var port = Files.readString(data.resolve("redis.port")).strip();
        var password = Files.readString(data.resolve("redis.password")).strip();
        redis = RedisClients.open(
                RedisUrl.parse("redis://:" + password + "@127.0.0.1:" + port).orElseThrow());
        commands();
        ownCommands = -commands() + commands();
    }

    /** Measures memory first, then requests and commands, then memory after large uploads. */
    List<Row> measure() throws Exception {
        Thread.sleep(TO_BECOME_CALM.toMillis());
        var rows = new ArrayList<Row>();
        rows.add(new Row("Idle, resident memory", megabytes("VmRSS"), "110 MB"));
        rows.addAll(measureHour());
        repository.enlarge(LARGE_IMAGE_BYTES);
        for (var upload = 0; upload < UPLOADS; upload++) {
            type("/branding sync");
        }
        Thread.sleep(TO_SETTLE.toMillis());
        rows.add(new Row("… after %d syncs of two images of 7 MiB".formatted(UPLOADS), megabytes("VmRSS"), ""));
        rows.add(new Row("… at its peak", megabytes("VmHWM"), ""));
        return rows;
    }

    private List<Row> measureHour() throws Exception {
        var gitHubBefore = fakes.gitHub().requests().total();
        var discordBefore = fakes.discord().requests().total();
        var commandsBefore = commands();
        Thread.sleep(Duration.ofMinutes(MINUTES).toMillis());
        var aMinute = (double) (commands() - commandsBefore - ownCommands) / MINUTES;
        var waiting = fakes.gitHub().requests().total() - gitHubBefore;
        var discord = fakes.discord().requests().total() - discordBefore;

        var before = commands();
        type("/branding daemon enable");
        Thread.sleep(TO_SETTLE.toMillis());
        var aLook = commands() - before - ownCommands;
        var gitHub = fakes.gitHub().requests().total() - gitHubBefore - waiting;
        return List.of(
                new Row("… an hour: requests to GitHub", Integer.toString(gitHub * LOOKS_AN_HOUR + waiting), ""),
                new Row(
                        "… requests to Discord while it was watched (" + MINUTES + " min)",
                        Integer.toString(discord),
                        ""),
                new Row(
                        "… an hour: Redis commands",
                        String.format(
                                Locale.ROOT,
                                "%.0f (%.1f a minute, %d per check)",
                                60 * aMinute + LOOKS_AN_HOUR * aLook,
                                aMinute,
                                aLook),
                        ""));
    }

    private void type(String command) throws Exception {
        fakes.discord()
                .invoke(SlashInvocation.parse(command, FakeGuildSettings.OWNER, FakeGuildSettings.GENERAL))
                .get(1, TimeUnit.MINUTES);
    }

    private long commands() {
        return redis.info("stats")
                .lines()
                .filter(line -> line.startsWith("total_commands_processed:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private String megabytes(String field) throws IOException {
        return String.format(Locale.ROOT, "%.0f MB", ProcStatus.megabytes(bot.pid(), field));
    }

    @Override
    public void close() {
        redis.close();
        bot.destroy();
        bot.onExit().orTimeout(1, TimeUnit.MINUTES).join();
        fakes.close();
        folder.close();
    }
}
