package dev.brandingbot.sandbox;

import dev.brandingbot.sandbox.discord.FakeDiscord;
import dev.brandingbot.sandbox.discord.FakeDiscordSettings;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.github.FakeGitHub;
import dev.brandingbot.sandbox.github.GitHubSettings;
import java.nio.file.Path;
import java.util.Map;

/**
 * Discord and GitHub on loopback, for a bot in a process of its own.
 *
 * @param discord Discord, with a guild that has neither icon nor banner
 * @param gitHub GitHub, with a folder as its repository
 */
public record FakeServices(FakeDiscord discord, FakeGitHub gitHub) implements AutoCloseable {
    private static final String GITHUB_TOKEN = "sandbox";

    /** Starts both; they are there when this returns. */
    public static FakeServices start(Path repository) {
        var gitHub = FakeGitHub.start(GitHubSettings.of(repository).withToken(GITHUB_TOKEN));
        return new FakeServices(FakeDiscord.start(FakeDiscordSettings.defaults()), gitHub);
    }

    /** The settings with which {@code run} meets them, with an embedded Redis in {@code dataDir}. */
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
