package dev.brandingbot.sandbox;

import dev.brandingbot.sandbox.discord.DiscordSettings;
import dev.brandingbot.sandbox.discord.DiscordStandIn;
import dev.brandingbot.sandbox.discord.model.GuildSettings;
import dev.brandingbot.sandbox.github.GitHubSettings;
import dev.brandingbot.sandbox.github.GitHubStandIn;
import java.nio.file.Path;
import java.util.Map;

/**
 * Discord and GitHub on loopback, for a bot in a process of its own.
 *
 * @param discord Discord, with a guild that has neither icon nor banner
 * @param gitHub GitHub, with a folder as its repository
 */
public record StandIns(DiscordStandIn discord, GitHubStandIn gitHub) implements AutoCloseable {
    private static final String GITHUB_TOKEN = "sandbox";

    /** Starts both; they are there when this returns. */
    public static StandIns start(Path repository) {
        var gitHub = GitHubStandIn.start(GitHubSettings.of(repository).withToken(GITHUB_TOKEN));
        return new StandIns(DiscordStandIn.start(DiscordSettings.defaults()), gitHub);
    }

    /** The settings with which {@code run} meets them, with an embedded Redis in {@code dataDir}. */
    public Map<String, String> environment(Path dataDir) {
        return Map.of(
                "DISCORD_TOKEN", discord.token(),
                "DISCORD_API_URL", discord.restBaseUrl(),
                "DISCORD_GATEWAY_URL", discord.gatewayUrl(),
                "GITHUB_API_URL", gitHub.apiUrl(),
                "GITHUB_TOKEN", GITHUB_TOKEN,
                "BRANDING_GUILD_ID", Long.toString(GuildSettings.ID),
                "BRANDING_CHANGELOG_CHANNEL_ID", Long.toString(GuildSettings.CHANGELOG),
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
