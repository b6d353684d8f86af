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
 * @param discord the connection to Discord
 * @param gitHub the branding repository
 * @param storage the storage of the state
 * @param guild the server to manage
 * @param daemon the schedule of the daemon
 */
public record Settings(Discord discord, GitHub gitHub, Storage storage, Guild guild, Daemon daemon) {
    static final String DEFAULT_CONFIG = "config/branding.yml";
    static final String DEFAULT_DATA_DIR = "data";
    /** The default branch of the branding repository. */
    public static final String DEFAULT_BRANCH = "main";
    /** How long an asset stays before the next one in its rotation, by default. */
    public static final Duration DEFAULT_ROTATION = Duration.ofDays(3);

    static final Duration DEFAULT_CHECK_EVERY = Duration.ofMinutes(30);

    /**
     * The connection to Discord.
     *
     * @param token the bot's token
     * @param apiUrl a REST base other than Discord's
     * @param gatewayUrl a gateway other than Discord's
     */
    public record Discord(Secret token, Optional<URI> apiUrl, Optional<URI> gatewayUrl) {}

    /**
     * The branding repository.
     *
     * @param repository {@code owner/name}
     * @param branch the branch
     * @param token a token that raises GitHub's rate limit
     * @param apiUrl a REST base other than GitHub's
     */
    public record GitHub(String repository, String branch, Optional<Secret> token, Optional<URI> apiUrl) {
        /**
         * Returns the source of the branding repository. Does no I/O.
         *
         * @param http the HTTP client; not closed by the source
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
     * The storage of the state.
     *
     * @param redisUrl a Redis server; if empty, an embedded one is started
     * @param dataDir the folder for the data of the embedded Redis and for the heartbeat
     */
    public record Storage(Optional<RedisUrl> redisUrl, Path dataDir) {}

    /**
     * The guild to manage.
     *
     * @param id the guild's ID
     * @param changelogChannel the channel for announcements of new events
     * @param greeting the beginning of an announcement
     * @param modLogChannel the channel for alerts to moderators
     * @param moderatorRoles roles that may use the moderators' commands, besides members with Manage Server
     * @param scheduledEvents how many upcoming events to publish as scheduled events
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
     * The beginning of an announcement.
     *
     * @param role a role to ping
     * @param text the first line; if empty, a short default
     */
    public record Greeting(Optional<Long> role, Optional<String> text) {
        /** Pings nobody and uses the default first line. */
        public static final Greeting DEFAULT = new Greeting(Optional.empty(), Optional.empty());
    }

    /**
     * The schedule of the daemon.
     *
     * @param isOnByDefault whether the daemon is enabled until a moderator enables or disables it
     * @param rotation how long an asset stays; zero for a new one at every check
     * @param checkEvery the interval of checks; if empty, the daemon only checks at midnight
     */
    public record Daemon(boolean isOnByDefault, Duration rotation, Optional<Duration> checkEvery) {}
}
