package dev.brandingbot.sandbox;

import dev.brandingbot.sandbox.discord.FakeDiscord;
import dev.brandingbot.sandbox.discord.FakeDiscordSettings;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.github.FakeGitHub;
import dev.brandingbot.sandbox.github.GitHubSettings;
import java.nio.file.Path;
import java.util.Map;

/**
 * Fake Discord and GitHub servers on loopback, for a bot in another process.
 *
 * @param discord the fake Discord server, with a guild without icon and banner
 * @param gitHub the fake GitHub server, with a folder as its repository
 */
public record FakeServices(FakeDiscord discord, FakeGitHub gitHub) implements AutoCloseable {
    private static final String GITHUB_TOKEN = "sandbox";

    /**
     * Starts both servers. Blocks until they are ready.
     *
     * @param repository the folder that contains {@code events/}
     */
    public static FakeServices start(Path repository) {
        var gitHub = FakeGitHub.start(GitHubSettings.of(repository).withToken(GITHUB_TOKEN));
        return new FakeServices(FakeDiscord.start(FakeDiscordSettings.defaults()), gitHub);
    }

    /** Returns the settings that connect {@code run} to the fakes, with an embedded Redis in {@code dataDir}. */
    public Map<String, String> environment(Path dataDir) {
        return Map.of(
                "DISCORD_TOKEN", discord.token(),
                "DISCORD_API_URL", discord.restBaseUrl(),
                "DISCORD_GATEWAY_URL", discord.gatewayUrl(),
                "GITHUB_API_URL", gitHub.apiUrl(),
                "GITHUB_TOKEN", GITHUB_TOKEN,
                "BRANDING_GUILD_ID", Long.toString(FakeGuildSettings.ID),
                "BRANDING_CHANGELOG_CHANNEL_ID", Long.toString(FakeGuildSettings.CHANGELOG),
                "BRANDING_REPOSITORY", gitHub.repository(),
                "BRANDING_DAEMON", "on",
                "BRANDING_DATA_DIR", dataDir.toString());
    }

    @Override
    public void close() {
        discord.close();
        gitHub.close();
    }
}
