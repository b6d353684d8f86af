package dev.brandingbot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.sandbox.discord.DiscordSettings;
import dev.brandingbot.sandbox.discord.DiscordStandIn;
import dev.brandingbot.sandbox.discord.GuildSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import redis.clients.jedis.UnifiedJedis;

class RunCommandIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private GitHubWithOneEvent gitHub;
    private DiscordStandIn discord;

    @AfterEach
    void endTheStandIns() {
        discord.close();
        gitHub.close();
    }

    @Test
    void bringsTheGuildInStepOnce() throws Exception {
        startStandIns(DiscordSettings.defaults());

        int status = run("--once");

        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString()).isNotBlank();
        assertThat(discord.guild().icon()).isPresent();
        assertThat(discord.guild().banner()).isPresent();
        assertThat(discord.commands()).isEmpty();
    }

    @Test
    void saysWhatItWouldChangeAndChangesNothing() throws Exception {
        startStandIns(DiscordSettings.defaults());

        int status = run("--dry-run");

        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString()).contains("nothing is changed", "icon.png", "banner.png");
        assertThat(discord.guild().icon()).isEmpty();
        assertThat(discord.commands()).isEmpty();
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve("data"));
                UnifiedJedis client = RedisConnection.open(redis.url())) {
            assertThat(client.keys("*")).isEmpty();
        }
    }

    @Test
    void invitesItselfAndGivesUpWhenItShouldSynchroniseOnceInAGuildItIsNotIn() throws Exception {
        startStandIns(DiscordSettings.defaults().withoutGuild());

        int status = run("--once");

        assertThat(status).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "https://discord.com/oauth2/authorize?client_id=" + DiscordSettings.BOT,
                        "scope=bot+applications.commands");
    }

    @Test
    void waitsToBeLetIn() throws Exception {
        startStandIns(DiscordSettings.defaults().withoutGuild());
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(this::run);
        await().atMost(PATIENCE).until(() -> out.toString().contains("Invite it"));

        discord.addBot();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(discord.commands()).hasSize(1));
        endByRefusal(running);
    }

    @Test
    void endsWithOneLineWhenDiscordRefusesTheTokenLater() throws Exception {
        startStandIns(DiscordSettings.defaults());
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(this::run);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(discord.commands()).hasSize(1));

        endByRefusal(running);

        assertThat(err.toString().lines()).singleElement().asString().contains("DISCORD_TOKEN");
    }

    @Test
    void endsWithOneLineWhenTheTokenIsWrong() throws Exception {
        startStandIns(DiscordSettings.defaults());
        discord.revokeToken();

        assertThat(run()).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("DISCORD_TOKEN");
    }

    @Test
    void isGoneWithinTenSecondsOfSigterm() throws Exception {
        startStandIns(DiscordSettings.defaults());
        Process bot = start();
        await().atMost(PATIENCE)
                .until(() -> folder.resolve("data/heartbeat").toFile().exists());

        bot.destroy();

        assertThat(bot.waitFor(10, TimeUnit.SECONDS)).isTrue();
        await().atMost(PATIENCE)
                .until(() -> !folder.resolve("data/redis.pid").toFile().exists());
    }

    private void startStandIns(DiscordSettings settings) throws Exception {
        gitHub = new GitHubWithOneEvent();
        discord = DiscordStandIn.start(settings);
    }

    private int run(String... options) {
        var loader = new SettingsLoader(folder, environment());
        CommandLine commandLine =
                BrandingBotCommand.with(new RunCommand(loader, Clock.systemUTC(), RandomGenerator.getDefault()));
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] arguments = new String[options.length + 1];
        arguments[0] = "run";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return commandLine.execute(arguments);
    }

    private Process start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run")
                .directory(folder.toFile())
                .inheritIO();
        builder.environment().putAll(environment());
        return builder.start();
    }

    private Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "DISCORD_TOKEN", discord.token(),
                "DISCORD_API_URL", discord.restBaseUrl(),
                "DISCORD_GATEWAY_URL", discord.gatewayUrl(),
                "GITHUB_API_URL", gitHub.url(),
                "BRANDING_GUILD_ID", Long.toString(GuildSettings.ID),
                "BRANDING_REPOSITORY", "owner/name",
                "BRANDING_DAEMON", "on"));
    }

    private void endByRefusal(CompletableFuture<Integer> running) throws Exception {
        discord.revokeToken();
        discord.endSessions(4004);

        assertThat(running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1);
    }
}
