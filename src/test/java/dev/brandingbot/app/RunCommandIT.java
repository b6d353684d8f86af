package dev.brandingbot.app;

import static dev.brandingbot.testing.PrintedErrors.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.app.redis.EmbeddedRedis;
import dev.brandingbot.app.redis.RedisClients;
import dev.brandingbot.app.settings.SettingsLoader;
import dev.brandingbot.sandbox.discord.FakeDiscord;
import dev.brandingbot.sandbox.discord.FakeDiscordSettings;
import dev.brandingbot.sandbox.discord.model.FakeChannel;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import redis.clients.jedis.UnifiedJedis;

class RunCommandIT {
    private static final String ALL_YEAR = "start_date: January 1\nend_date: December 31";
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> more = new HashMap<>();
    private GitHubWithOneEvent gitHub;
    private FakeDiscord discord;
    private Optional<Process> bot = Optional.empty();

    @AfterEach
    void closeTheFakes() {
        bot.ifPresent(Process::destroyForcibly);
        discord.close();
        gitHub.close();
    }

    @Test
    void syncsTheGuildOnce() throws Exception {
        startFakes(FakeDiscordSettings.defaults());

        int status = run("--once");

        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString()).isNotBlank();
        assertThat(discord.guild().icon()).isPresent();
        assertThat(discord.guild().banner()).isPresent();
        assertThat(discord.commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--once", "--dry-run"})
    void exitsWithOneIfAChannelOrRoleCannotBeUsed(String option) throws Exception {
        var channels = List.of(
                new FakeChannel(FakeGuildSettings.CHANGELOG, "changelog", Set.of(Permission.VIEW_CHANNEL)),
                new FakeChannel(FakeGuildSettings.MOD_LOG, ChannelType.FORUM, "mod-log", Set.of()));
        startFakes(FakeDiscordSettings.defaults()
                .withGuild(FakeGuildSettings.defaults().withChannels(channels)));
        more.putAll(Map.of(
                "BRANDING_CHANGELOG_CHANNEL_ID",
                Long.toString(FakeGuildSettings.CHANGELOG),
                "BRANDING_MOD_LOG_CHANNEL_ID",
                Long.toString(FakeGuildSettings.MOD_LOG),
                "BRANDING_ANNOUNCE_ROLE_ID",
                "1100000000000000077",
                "BRANDING_MODERATOR_ROLE_IDS",
                "1100000000000000078"));

        int status = run(option);

        assertThat(err.toString()).isEmpty();
        assertThat(status).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "The changelog channel: The bot can't see",
                        "The mod-log channel: <#%d> is a forum".formatted(FakeGuildSettings.MOD_LOG),
                        "The announced role: No role of this server has the ID 1100000000000000077",
                        "A moderator role: No role of this server has the ID 1100000000000000078");
    }

    @Test
    void printsADryRunAndChangesNothing() throws Exception {
        startFakes(FakeDiscordSettings.defaults());

        int status = run("--dry-run");

        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString()).contains("no changes are made", "icon.png", "banner.png");
        assertThat(discord.guild().icon()).isEmpty();
        assertThat(discord.commands()).isEmpty();
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve("data"));
                UnifiedJedis client = RedisClients.open(redis.url())) {
            assertThat(client.keys("*")).isEmpty();
        }
    }

    @Test
    void predictsAnAnnouncement() throws Exception {
        startFakes(FakeDiscordSettings.defaults(), new GitHubWithOneEvent(ALL_YEAR));

        assertThat(dryRun(FakeGuildSettings.CHANGELOG)).isZero();
        assertThat(discord.messages(FakeGuildSettings.CHANGELOG)).isEmpty();
    }

    @Test
    void predictsThatAnAnnouncementCannotBeSent() throws Exception {
        startFakes(FakeDiscordSettings.defaults(), new GitHubWithOneEvent(ALL_YEAR));

        int unknownChannel = dryRun(1_234_567_890_123_456_789L);
        String said = out.toString();
        discord.putChannel(new FakeChannel(FakeGuildSettings.CHANGELOG, "changelog", Set.of(Permission.MESSAGE_SEND)));
        int deniedChannel = dryRun(FakeGuildSettings.CHANGELOG);

        assertThat(unknownChannel).isEqualTo(1);
        assertThat(said).contains("changelog channel");
        assertThat(deniedChannel).isEqualTo(1);
        assertThat(out.toString()).contains("Send Messages");
    }

    @Test
    void printsAnInvitationIfItIsNotInTheGuild() throws Exception {
        startFakes(FakeDiscordSettings.defaults().withoutGuild());

        int status = run("--once");

        assertThat(status).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "https://discord.com/oauth2/authorize?client_id=" + FakeDiscordSettings.BOT,
                        "scope=bot+applications.commands");
    }

    @Test
    void waitsForItsInvitation() throws Exception {
        startFakes(FakeDiscordSettings.defaults().withoutGuild());
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(this::run);
        await().atMost(TIMEOUT).until(() -> out.toString().contains("Invite it"));

        discord.addBot();

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(discord.commands()).hasSize(1));
        endByRefusal(running);
    }

    @Test
    void printsOneMessageWhenDiscordRejectsTheTokenLater() throws Exception {
        startFakes(FakeDiscordSettings.defaults());
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(this::run);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(discord.commands()).hasSize(1));

        endByRefusal(running);

        assertThat(messages(err)).singleElement().asString().contains("DISCORD_TOKEN");
    }

    @Test
    void printsOneMessageWhenTheTokenIsInvalid() throws Exception {
        startFakes(FakeDiscordSettings.defaults());
        discord.revokeToken();

        assertThat(run()).isEqualTo(1);
        assertThat(messages(err)).singleElement().asString().contains("DISCORD_TOKEN");
    }

    @Test
    void stopsWithinTenSecondsOfSigterm() throws Exception {
        startFakes(FakeDiscordSettings.defaults());
        Process bot = start();
        try {
            await().atMost(TIMEOUT)
                    .until(() -> folder.resolve("data/heartbeat").toFile().exists());

            bot.destroy();

            assertThat(bot.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            bot.destroyForcibly();
        }
        await().atMost(TIMEOUT)
                .until(() -> !folder.resolve("data/redis.pid").toFile().exists());
    }

    private int dryRun(long changelogChannel) {
        more.put("BRANDING_CHANGELOG_CHANNEL_ID", Long.toString(changelogChannel));
        return run("--dry-run");
    }

    @Test
    void doesNotCountSigtermAsACrash() throws Exception {
        startFakes(FakeDiscordSettings.defaults());
        for (var restart = 0; restart < 4; restart++) {
            serveUntilSigterm(restart + 1);
        }

        assertThat(discord.sessionsBegun()).isEqualTo(4);
    }

    private void serveUntilSigterm(int sessions) throws Exception {
        Process bot = start();
        try {
            await().atMost(TIMEOUT).until(() -> discord.sessionsBegun() == sessions);
            bot.destroy();
            assertThat(bot.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            bot.destroyForcibly();
        }
    }

    private void startFakes(FakeDiscordSettings settings) throws Exception {
        startFakes(settings, new GitHubWithOneEvent());
    }

    private void startFakes(FakeDiscordSettings settings, GitHubWithOneEvent repository) throws Exception {
        gitHub = repository;
        discord = FakeDiscord.start(settings);
    }

    private int run(String... options) {
        var loader = new SettingsLoader(folder, environment());
        CommandLine commandLine =
                RootCommand.forHost(new RunCommand(loader, Clock.systemUTC(), RandomGenerator.getDefault()));
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
        bot = Optional.of(builder.start());
        return bot.get();
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(Map.of(
                "DISCORD_TOKEN", discord.token(),
                "DISCORD_API_URL", discord.restBaseUrl(),
                "DISCORD_GATEWAY_URL", discord.gatewayUrl(),
                "GITHUB_API_URL", gitHub.url(),
                "BRANDING_GUILD_ID", Long.toString(FakeGuildSettings.ID),
                "BRANDING_REPOSITORY", "owner/name",
                "BRANDING_DAEMON", "on"));
        environment.putAll(more);
        return environment;
    }

    private void endByRefusal(CompletableFuture<Integer> running) throws Exception {
        discord.revokeToken();
        discord.endSessions(4004);

        assertThat(running.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1);
    }
}
