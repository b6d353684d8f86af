package dev.brandingbot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.sandbox.discord.FakeDiscord;
import dev.brandingbot.sandbox.discord.FakeDiscordSettings;
import dev.brandingbot.sandbox.discord.client.SlashInvocation;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.github.FakeGitHub;
import dev.brandingbot.sandbox.github.GitHubSettings;
import dev.brandingbot.testing.TestImages;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.embedded.RedisServer;

/** Searches everything that a process prints and sends for its tokens and password. */
class SecretsIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String DISCORD_TOKEN = "MTEwMDAwMDAwMDAwMDAwMDA0MQ.Gdisco.secretsecretsecretsecretsecret";
    private static final String GITHUB_TOKEN = "ghp_githubsecretgithubsecretgithubsecret";
    private static final String REDIS_PASSWORD = "redisecret%40redisecret";
    private static final List<String> SECRETS =
            List.of(DISCORD_TOKEN, "secretsecret", "githubsecret", "redisecret", "proxysecret");

    private static final String EVERYTHING = """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%level %logger %msg%n</pattern></encoder>
              </appender>
              <root level="TRACE"><appender-ref ref="out"/></root>
            </configuration>
            """;

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private FakeDiscord discord;
    private FakeGitHub gitHub;
    private RedisServer redis;

    @BeforeEach
    void start() throws Exception {
        writeEvent();
        gitHub = FakeGitHub.start(GitHubSettings.of(folder).withToken(GITHUB_TOKEN));
        discord = FakeDiscord.start(new FakeDiscordSettings(
                0,
                DISCORD_TOKEN,
                FakeDiscordSettings.BOT,
                "branding-bot",
                FakeGuildSettings.defaults(),
                true,
                Clock.systemUTC(),
                Clock.systemUTC()));
        var port = freePort();
        redis = RedisServer.newRedisServer()
                .bind("127.0.0.1")
                .port(port)
                .setting("save \"\"")
                .setting("requirepass " + REDIS_PASSWORD.replace("%40", "@"))
                .build();
        redis.start();
        environment.putAll(Map.of(
                "DISCORD_TOKEN", DISCORD_TOKEN,
                "DISCORD_API_URL", discord.restBaseUrl(),
                "DISCORD_GATEWAY_URL", discord.gatewayUrl(),
                "GITHUB_API_URL", gitHub.apiUrl(),
                "GITHUB_TOKEN", GITHUB_TOKEN,
                "REDIS_URL", "redis://:" + REDIS_PASSWORD + "@127.0.0.1:" + port,
                "BRANDING_GUILD_ID", Long.toString(FakeGuildSettings.ID),
                "BRANDING_CHANGELOG_CHANNEL_ID", Long.toString(FakeGuildSettings.CHANGELOG),
                "BRANDING_REPOSITORY", gitHub.repository(),
                "BRANDING_DAEMON", "on"));
    }

    @AfterEach
    void end() throws IOException {
        discord.close();
        gitHub.close();
        redis.stop();
    }

    @Test
    void areNotShownWithoutProblems() throws Exception {
        var printed = run(0);

        assertThat(discord.guild().icon()).isPresent();
        assertThat(printed).contains("Active event: ");
    }

    @ParameterizedTest
    @CsvSource({
        "DISCORD_TOKEN, MTEwMDAw.Wrong1.secretsecretsecretsecretsecret, Discord rejected the token",
        "DISCORD_TOKEN, secretsecret secretsecret, DISCORD_TOKEN is set to an invalid value",
        "DISCORD_API_URL, http://bot:proxysecret@127.0.0.1:1/, DISCORD_API_URL is set to an invalid value",
        "DISCORD_API_URL, http://127.0.0.1:1/, Discord can't be reached",
        "DISCORD_GATEWAY_URL, ftp://bot:proxysecret@host, DISCORD_GATEWAY_URL is set to an invalid value",
        "GITHUB_TOKEN, githubsecret githubsecret, GITHUB_TOKEN is set to an invalid value",
        "REDIS_URL, redis://:wrongredisecret@127.0.0.1:1, Redis",
        "REDIS_URL, redis://redisecret:6379:x@y/z?, REDIS_URL is set to an invalid value",
        "REDIS_URL, redis//:redisecret@127.0.0.1, REDIS_URL is set to an invalid value",
        "BRANDING_GUILD_ID, MTEwMDAw.Gdisco.secretsecretsecretsecretsecret, BRANDING_GUILD_ID is set to an invalid value"
    })
    void areNotShownWhenASettingIsWrong(String name, String value, String complaint) throws Exception {
        environment.put(name, value);

        assertThat(run(1)).contains(complaint);
    }

    /** Third-party libraries log there, too. */
    @Test
    void areNotShownAtTheLowestLogLevel() throws Exception {
        var logging = folder.resolve("logging.xml");
        Files.writeString(logging, EVERYTHING);
        environment.put("JDK_JAVA_OPTIONS", "-Dlogback.configurationFile=" + logging);

        assertThat(run(0)).contains("TRACE", "DEBUG");
    }

    @Test
    void areNotShownWhenRedisRefusesThePassword() throws Exception {
        environment.computeIfPresent("REDIS_URL", (name, url) -> url.replace("redisecret@", "redisecretwrong@"));

        assertThat(run(1)).contains("Redis");
    }

    @Test
    void areNotShownWhenGitHubRefusesTheToken() throws Exception {
        gitHub.expireToken();

        assertThat(run(0)).contains("GitHub rejected the token");
    }

    @Test
    void areNotInTheAnswerToACommandThatFails() throws Exception {
        environment.computeIfPresent("REDIS_URL", (name, url) -> url.replace("redisecret@", "redisecretwrong@"));
        var output = folder.resolve("output.txt");
        var bot = start(output, "--verbose", "run");
        await().atMost(TIMEOUT).until(() -> !discord.commands().isEmpty());

        var answers = new ArrayList<String>();
        for (var command : List.of("sync", "daemon status", "calendar refresh", "about")) {
            var typed =
                    SlashInvocation.parse("/branding " + command, FakeGuildSettings.OWNER, FakeGuildSettings.GENERAL);
            answers.add(discord.invoke(typed)
                    .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                    .toString());
        }
        bot.destroy();

        assertThat(bot.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(answers).allSatisfy(answer -> assertThat(answer).contains("Redis"));
        assertThat(answers).allSatisfy(SecretsIT::assertHoldsNoSecret);
        assertNothingSaidHoldsASecret(Files.readString(output));
    }

    private String run(int status) throws Exception {
        var output = folder.resolve("output.txt");
        var bot = start(output, "--verbose", "run", "--once");

        assertThat(bot.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        var printed = Files.readString(output);
        assertThat(bot.exitValue()).as(printed).isEqualTo(status);
        assertNothingSaidHoldsASecret(printed);
        return printed;
    }

    private Process start(Path output, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        var bot = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bot.environment().putAll(environment);
        return bot.start();
    }

    /** Searches the requests without their headers, which contain the tokens. */
    private void assertNothingSaidHoldsASecret(String printed) {
        assertHoldsNoSecret(printed);
        assertThat(discord.requests().all()).allSatisfy(request -> {
            assertHoldsNoSecret(request + " " + request.body());
            assertHoldsNoSecret(request.auditLogReason().orElse(""));
        });
        assertThat(gitHub.requests().all()).allSatisfy(request -> assertHoldsNoSecret(request.toString()));
        assertThat(discord.messages(FakeGuildSettings.CHANGELOG))
                .allSatisfy(message -> assertHoldsNoSecret(message.json().toString()));
    }

    private static void assertHoldsNoSecret(String text) {
        assertThat(text).doesNotContain(SECRETS);
    }

    private void writeEvent() throws IOException {
        var event = folder.resolve("events/evergreen");
        for (var kind : List.of("banners", "server_icons")) {
            Files.createDirectories(event.resolve(kind));
            Files.write(event.resolve(kind).resolve("image.png"), TestImages.png(kind));
        }
        Files.writeString(event.resolve("meta.md"), "---\nfallback: true\n---\n\nAll year round.\n");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
