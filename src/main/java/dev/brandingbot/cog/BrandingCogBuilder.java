package dev.brandingbot.cog;

import dev.brandingbot.repository.BrandingSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/**
 * Puts a {@link BrandingCog} together. A source, Redis and an executor are required; everything else has a default. What is
 * lent is never closed by the cog.
 */
public final class BrandingCogBuilder {
    /** How long the first line of an announcement may be: with a mention and an event's name it is a message. */
    public static final int LONGEST_ANNOUNCE_TEXT = Greeting.LONGEST_TEXT;

    private static final Duration DEFAULT_ROTATION = Duration.ofDays(3);
    private static final Duration DEFAULT_CHECK = Duration.ofMinutes(30);

    private final long guildId;
    private @Nullable BrandingSource source;
    private @Nullable UnifiedJedis redis;
    private @Nullable ScheduledExecutorService executor;
    private Clock clock = Clock.systemUTC();
    private RandomGenerator random = RandomGenerator.getDefault();
    private Optional<Long> changelogChannel = Optional.empty();
    private Optional<Long> announceRole = Optional.empty();
    private String announceText = Greeting.USUAL;
    private Optional<Long> modLogChannel = Optional.empty();
    private Set<Long> moderatorRoles = Set.of();
    private int scheduledEvents;
    private boolean isDaemonOnByDefault;
    private Duration rotation = DEFAULT_ROTATION;
    private Optional<Duration> checkEvery = Optional.of(DEFAULT_CHECK);

    BrandingCogBuilder(long guildId) {
        this.guildId = guildId;
    }

    /** Where the events come from. */
    public BrandingCogBuilder source(BrandingSource newSource) {
        source = newSource;
        return this;
    }

    /** Where everything is remembered; lent. */
    public BrandingCogBuilder redis(UnifiedJedis lent) {
        redis = lent;
        return this;
    }

    /** Where all work is done; lent. Its threads wait for GitHub, Discord and Redis, so it should have two or more. */
    public BrandingCogBuilder executor(ScheduledExecutorService lent) {
        executor = lent;
        return this;
    }

    /** What time it is; the system's clock by default. Days are days in UTC, whatever its zone. */
    public BrandingCogBuilder clock(Clock newClock) {
        clock = newClock;
        return this;
    }

    /** What draws the order of the rotations; used by one thread at a time. */
    public BrandingCogBuilder random(RandomGenerator newRandom) {
        random = newRandom;
        return this;
    }

    /** The channel where new events are announced; none by default. */
    public BrandingCogBuilder changelogChannel(long channelId) {
        changelogChannel = Optional.of(channelId);
        return this;
    }

    /** A role to ping with an announcement; nobody is pinged by default. */
    public BrandingCogBuilder announceRole(long roleId) {
        announceRole = Optional.of(roleId);
        return this;
    }

    /**
     * The first line of an announcement, instead of a short one; {@code {event}} in it is replaced by the event's name.
     *
     * @throws IllegalArgumentException when it is blank, or longer than {@link #LONGEST_ANNOUNCE_TEXT}
     */
    public BrandingCogBuilder announceText(String text) {
        if (text.isBlank() || text.length() > LONGEST_ANNOUNCE_TEXT) {
            throw new IllegalArgumentException(
                    "The text of an announcement has 1 to %s characters".formatted(LONGEST_ANNOUNCE_TEXT));
        }
        announceText = text;
        return this;
    }

    /** The channel where moderators are told of trouble; none by default. */
    public BrandingCogBuilder modLogChannel(long channelId) {
        modLogChannel = Optional.of(channelId);
        return this;
    }

    /** Roles whose members may use the moderators' commands, besides members with Manage Server. */
    public BrandingCogBuilder moderatorRoles(Set<Long> roleIds) {
        moderatorRoles = Set.copyOf(roleIds);
        return this;
    }

    /**
     * How many coming events the daemon keeps published as Discord's scheduled events; 0, which is none, by default. It takes the
     * permission Create Events.
     */
    public BrandingCogBuilder scheduledEvents(int count) {
        scheduledEvents = count;
        return this;
    }

    /** Whether the daemon is on as long as no moderator made a choice; off by default. */
    public BrandingCogBuilder daemonOnByDefault(boolean isOn) {
        isDaemonOnByDefault = isOn;
        return this;
    }

    /** How long an asset stays before the next one in its rotation; three days by default, zero for every check. */
    public BrandingCogBuilder rotation(Duration interval) {
        rotation = interval;
        return this;
    }

    /** How often the daemon looks between midnights; every 30 minutes by default, nothing for midnights only. */
    public BrandingCogBuilder checkEvery(Optional<Duration> interval) {
        checkEvery = interval;
        return this;
    }

    /**
     * The cog, which does nothing before JDA says that the guild is there.
     *
     * @throws NullPointerException when the source, Redis or the executor is missing
     */
    public BrandingCog build() {
        return new BrandingCog(
                new CogSettings(
                        guildId,
                        new AnnouncementSettings(changelogChannel, new Greeting(announceRole, announceText)),
                        moderatorRoles,
                        new DaemonSettings(isDaemonOnByDefault, rotation, checkEvery),
                        modLogChannel,
                        scheduledEvents),
                Objects.requireNonNull(source, "source"),
                new Loans(
                        Objects.requireNonNull(redis, "redis"),
                        Objects.requireNonNull(executor, "executor"),
                        clock,
                        random));
    }
}
