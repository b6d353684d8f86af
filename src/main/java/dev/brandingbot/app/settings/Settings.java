package dev.brandingbot.app.settings;

import dev.brandingbot.repository.github.GitHubSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * The validated settings of the bot.
 *
 * @param discord how to reach Discord
 * @param gitHub where the branding repository is
 * @param storage where the state is kept
 * @param guild the settings of the server
 * @param daemon when it acts by itself
 */
public record Settings(Discord discord, GitHub gitHub, Storage storage, Guild guild, Daemon daemon) {
    static final String DEFAULT_CONFIG = "config/branding.yml";
    static final String DEFAULT_DATA_DIR = "data";
    public static final String DEFAULT_BRANCH = "main";
    public static final Duration DEFAULT_ROTATION = Duration.ofDays(3);
    static final Duration DEFAULT_CHECK_EVERY = Duration.ofMinutes(30);

    /**
     * How to reach Discord.
     *
     * @param token the bot's token
     * @param apiUrl a REST base other than Discord's
     * @param gatewayUrl a gateway other than Discord's
     */
    public record Discord(Secret token, Optional<URI> apiUrl, Optional<URI> gatewayUrl) {}

    /**
     * Where the branding repository is.
     *
     * @param repository {@code owner/name}
     * @param branch the branch
     * @param token raises GitHub's limit
     * @param apiUrl a REST base other than GitHub's
     */
    public record GitHub(String repository, String branch, Optional<Secret> token, Optional<URI> apiUrl) {
        /**
         * Returns the branding repository; fetches nothing yet.
         *
         * @param http the client to use; not closed here
         * @param clock the time
         */
        public GitHubSource source(OkHttpClient http, Clock clock) {
            GitHubSource.Builder builder = GitHubSource.builder(repository)
                    .branch(branch)
                    .token(token.map(Secret::reveal))
                    .httpClient(http)
                    .clock(clock);
            apiUrl.map(url -> HttpUrl.get(url.toString())).ifPresent(builder::apiUrl);
            return builder.build();
        }
    }

    /**
     * Where the state is kept.
     *
     * @param redisUrl a Redis server; without one an embedded one starts
     * @param dataDir where the embedded Redis keeps its data, and where the heartbeat is
     */
    public record Storage(Optional<RedisUrl> redisUrl, Path dataDir) {}

    /**
     * Guild settings.
     *
     * @param id the guild to manage
     * @param changelogChannel where a new event is announced
     * @param greeting how it is announced there
     * @param modLogChannel where moderators are alerted
     * @param moderatorRoles who may use the moderators' commands besides members with Manage Server
     * @param scheduledEvents how many coming events to publish as scheduled events
     */
    public record Guild(
            long id,
            Optional<Long> changelogChannel,
            Greeting greeting,
            Optional<Long> modLogChannel,
            Set<Long> moderatorRoles,
            int scheduledEvents) {
        public Guild {
            moderatorRoles = Set.copyOf(moderatorRoles);
        }
    }

    /**
     * How an announcement begins.
     *
     * @param role a role to ping
     * @param text the first line, instead of a short one
     */
    public record Greeting(Optional<Long> role, Optional<String> text) {
        /** Nobody is pinged, and the first line is the default. */
        public static final Greeting USUAL = new Greeting(Optional.empty(), Optional.empty());
    }

    /**
     * When the bot acts by itself.
     *
     * @param isOnByDefault whether the daemon is enabled until a moderator chooses
     * @param rotation how long an asset stays; zero for every check
     * @param checkEvery how often it checks between midnights; empty for never
     */
    public record Daemon(boolean isOnByDefault, Duration rotation, Optional<Duration> checkEvery) {}
}
