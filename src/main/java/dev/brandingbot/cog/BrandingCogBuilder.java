package dev.brandingbot.cog;

import dev.brandingbot.cog.announcement.AnnouncementHeader;
import dev.brandingbot.repository.source.BrandingSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/**
 * Builds a {@link BrandingCog}. A source, Redis and an executor are required; everything else has a default. None of them is
 * closed by the cog. {@link #build} validates all values at once.
 */
public final class BrandingCogBuilder {
    /** How long the first line of an announcement may be: with a mention and an event's name it is a message. */
    public static final int MAX_ANNOUNCEMENT_TEXT_LENGTH = AnnouncementHeader.MAX_TEXT_LENGTH;

    /** The shortest {@link #checkEvery}: a check is at least one request to GitHub. */
    public static final Duration MIN_CHECK_INTERVAL = Duration.ofMinutes(1);

    /** The longest {@link #checkEvery}; a check follows every midnight in any case. */
    public static final Duration MAX_CHECK_INTERVAL = Duration.ofDays(1);

    /** The longest {@link #rotation}: a year. */
    public static final Duration MAX_ROTATION = Duration.ofDays(366);

    /** The largest {@link #scheduledEvents}: Discord accepts 100 in all, and shows few at a time. */
    public static final int MAX_SCHEDULED_EVENTS = 20;

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
    private String announceText = AnnouncementHeader.DEFAULT_TEXT;
    private Optional<Long> modLogChannel = Optional.empty();
    private Set<Long> moderatorRoles = Set.of();
    private int scheduledEvents;
    private boolean isDaemonOnByDefault;
    private Duration rotation = DEFAULT_ROTATION;
    private Optional<Duration> checkEvery = Optional.of(DEFAULT_CHECK);

    BrandingCogBuilder(long guildId) {
        this.guildId = guildId;
    }

    /** Sets the source of the events. */
    public BrandingCogBuilder source(BrandingSource newSource) {
        source = Objects.requireNonNull(newSource, "source");
        return this;
    }

    /** Sets the Redis client for the state; not closed by the cog. One connection is enough. */
    public BrandingCogBuilder redis(UnifiedJedis newRedis) {
        redis = Objects.requireNonNull(newRedis, "redis");
        return this;
    }

    /**
     * Sets the executor for all work; not closed by the cog. Two threads are enough. They block on GitHub, Discord and Redis, so
     * JDA must not use them for its callbacks ({@code JDABuilder#setCallbackPool}).
     */
    public BrandingCogBuilder executor(ScheduledExecutorService newExecutor) {
        executor = Objects.requireNonNull(newExecutor, "executor");
        return this;
    }

    /** Sets the clock; the system clock by default. Days are days in UTC, whatever its zone. */
    public BrandingCogBuilder clock(Clock newClock) {
        clock = Objects.requireNonNull(newClock, "clock");
        return this;
    }

    /** Sets the random generator for the order of the rotations; used by one thread at a time. */
    public BrandingCogBuilder random(RandomGenerator newRandom) {
        random = Objects.requireNonNull(newRandom, "random");
        return this;
    }

    /** Sets the channel where new events are announced; none by default. */
    public BrandingCogBuilder changelogChannel(long channelId) {
        changelogChannel = Optional.of(channelId);
        return this;
    }

    /** Sets the role that announcements ping; none by default. */
    public BrandingCogBuilder announceRole(long roleId) {
        announceRole = Optional.of(roleId);
        return this;
    }

    /**
     * Sets the first line of announcements: not blank, and at most {@link #MAX_ANNOUNCEMENT_TEXT_LENGTH} characters; {@code
     * {event}} in it is replaced by the event's name.
     */
    public BrandingCogBuilder announceText(String text) {
        announceText = Objects.requireNonNull(text, "announceText");
        return this;
    }

    /** Sets the channel where moderators are alerted; none by default. */
    public BrandingCogBuilder modLogChannel(long channelId) {
        modLogChannel = Optional.of(channelId);
        return this;
    }

    /** Sets the roles whose members may use the moderators' commands, besides members with Manage Server. */
    public BrandingCogBuilder moderatorRoles(Set<Long> roleIds) {
        moderatorRoles = Set.copyOf(roleIds);
        return this;
    }

    /**
     * Sets how many upcoming events the daemon publishes as Discord's scheduled events, from 0, which is the default, to {@link
     * #MAX_SCHEDULED_EVENTS}. This needs the permission Create Events.
     */
    public BrandingCogBuilder scheduledEvents(int count) {
        scheduledEvents = count;
        return this;
    }

    /** Sets whether the daemon is enabled until a moderator changes it; disabled by default. */
    public BrandingCogBuilder daemonOnByDefault(boolean isOn) {
        isDaemonOnByDefault = isOn;
        return this;
    }

    /**
     * Sets how long an asset stays before the next one in its rotation; three days by default, zero for every check, at most
     * {@link #MAX_ROTATION}.
     */
    public BrandingCogBuilder rotation(Duration interval) {
        rotation = Objects.requireNonNull(interval, "rotation");
        return this;
    }

    /**
     * Sets the interval between checks: 30 minutes by default, from {@link #MIN_CHECK_INTERVAL} to {@link #MAX_CHECK_INTERVAL};
     * empty for midnights only.
     */
    public BrandingCogBuilder checkEvery(Optional<Duration> interval) {
        checkEvery = Objects.requireNonNull(interval, "checkEvery");
        return this;
    }

    /**
     * Builds the cog, which does nothing until the guild becomes available.
     *
     * @throws IllegalStateException if a value is missing or out of range; the message has one line per problem
     */
    public BrandingCog build() {
        throwProblems();
        return new BrandingCog(
                new CogConfig(
                        guildId,
                        new AnnouncementSettings(changelogChannel, new AnnouncementHeader(announceRole, announceText)),
                        moderatorRoles,
                        new DaemonSettings(isDaemonOnByDefault, rotation, checkEvery),
                        modLogChannel,
                        scheduledEvents),
                Objects.requireNonNull(source, "source"),
                new HostResources(
                        Objects.requireNonNull(redis, "redis"),
                        Objects.requireNonNull(executor, "executor"),
                        clock,
                        random));
    }

    private void throwProblems() {
        var problems = new ArrayList<String>();
        addMissing(problems);
        addWrongIds(problems);
        addWrongValues(problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The BrandingCog can't be built:\n" + String.join("\n", problems));
        }
    }

    private void addMissing(List<String> problems) {
        addUnless(source != null, problems, "source is missing: give a BrandingSource, like a GitHubSource");
        addUnless(redis != null, problems, "redis is missing: give a UnifiedJedis");
        addUnless(executor != null, problems, "executor is missing: give a ScheduledExecutorService");
    }

    private void addWrongIds(List<String> problems) {
        addUnlessId("guildId", guildId, problems);
        changelogChannel.ifPresent(id -> addUnlessId("changelogChannel", id, problems));
        announceRole.ifPresent(id -> addUnlessId("announceRole", id, problems));
        modLogChannel.ifPresent(id -> addUnlessId("modLogChannel", id, problems));
        moderatorRoles.stream().sorted().forEach(id -> addUnlessId("moderatorRoles", id, problems));
    }

    private static void addUnlessId(String name, long id, List<String> problems) {
        addUnless(id > 0, problems, "%s %s is no Discord ID: give a positive number".formatted(name, id));
    }

    private void addWrongValues(List<String> problems) {
        addUnless(
                !announceText.isBlank() && announceText.length() <= MAX_ANNOUNCEMENT_TEXT_LENGTH,
                problems,
                "announceText has %s characters%s: give 1 to %s, not all blank"
                        .formatted(
                                announceText.length(),
                                announceText.isBlank() ? " and is blank" : "",
                                MAX_ANNOUNCEMENT_TEXT_LENGTH));
        addUnless(
                scheduledEvents >= 0 && scheduledEvents <= MAX_SCHEDULED_EVENTS,
                problems,
                "scheduledEvents is %s: give 0 to %s".formatted(scheduledEvents, MAX_SCHEDULED_EVENTS));
        addUnless(
                isBetween(Duration.ZERO, rotation, MAX_ROTATION),
                problems,
                "rotation is %s: give zero to %s days".formatted(rotation, MAX_ROTATION.toDays()));
        checkEvery.ifPresent(interval -> addUnless(
                isBetween(MIN_CHECK_INTERVAL, interval, MAX_CHECK_INTERVAL),
                problems,
                "checkEvery is %s: give one minute to one day, or empty for midnights only".formatted(interval)));
    }

    private static boolean isBetween(Duration shortest, Duration given, Duration longest) {
        return given.compareTo(shortest) >= 0 && given.compareTo(longest) <= 0;
    }

    private static void addUnless(boolean isFine, List<String> problems, String problem) {
        if (!isFine) {
            problems.add(problem);
        }
    }
}
