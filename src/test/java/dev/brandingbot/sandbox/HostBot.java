package dev.brandingbot.sandbox;

import dev.brandingbot.cog.BrandingCog;
import dev.brandingbot.repository.github.GitHubSource;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.testing.HostResources;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import redis.clients.jedis.UnifiedJedis;

/** A bot that contains the cog, with the threads and Redis connections that a test provides. */
final class HostBot implements AutoCloseable {
    private static final Duration LONGEST_SYNC = Duration.ofSeconds(60);

    private final ScheduledExecutorService executor;
    private final UnifiedJedis redis;
    private final BrandingCog cog;
    private final JDA jda;

    /**
     * Connects to Discord. The daemon starts if it is enabled.
     *
     * @param redis closed with the bot
     * @param environment the settings for Discord and GitHub, as in {@link FakeServices#environment}
     * @param http for requests to Discord and GitHub
     */
    HostBot(
            HostResources resources,
            UnifiedJedis redis,
            Map<String, String> environment,
            boolean isDaemonOn,
            OkHttpClient http,
            Clock clock)
            throws InterruptedException {
        this.executor = resources.executor();
        this.redis = redis;
        this.cog = BrandingCog.builder(FakeGuildSettings.ID)
                .source(GitHubSource.builder(environment.get("BRANDING_REPOSITORY"))
                        .token(Optional.of(environment.get("GITHUB_TOKEN")))
                        .apiUrl(HttpUrl.get(environment.get("GITHUB_API_URL")))
                        .httpClient(http)
                        .clock(clock)
                        .build())
                .redis(redis)
                .executor(executor)
                .clock(clock)
                .changelogChannel(FakeGuildSettings.CHANGELOG)
                .moderatorRoles(Set.of(FakeGuildSettings.MODERATOR_ROLE))
                .daemonOnByDefault(isDaemonOn)
                .build();
        this.jda = JDABuilder.createLight(environment.get("DISCORD_TOKEN"), List.of())
                .setRestConfig(new RestConfig().setBaseUrl(environment.get("DISCORD_API_URL")))
                .setHttpClient(http)
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return environment.get("DISCORD_GATEWAY_URL");
                    }
                })
                .setEnableShutdownHook(false)
                .addEventListeners(cog)
                .build()
                .awaitReady();
    }

    BrandingCog cog() {
        return cog;
    }

    /** Registers the commands, as a host must do. */
    void registerCommands() {
        jda.getGuildById(FakeGuildSettings.ID).upsertCommand(cog.commandData()).complete();
    }

    /** Syncs once, and returns whether the guild is up to date. */
    boolean synchronize() throws InterruptedException, ExecutionException, TimeoutException {
        var report = cog.synchronize(jda).get(LONGEST_SYNC.toSeconds(), TimeUnit.SECONDS);
        report.summaryLines().forEach(System.out::println);
        return report.isInSync();
    }

    @Override
    public void close() {
        cog.close();
        executor.shutdownNow();
        jda.shutdown();
        redis.close();
    }
}
