package dev.brandingbot.cog.modlog;

import dev.brandingbot.cog.discord.GuildRequirements;
import dev.brandingbot.cog.modlog.Alert.Urgency;
import dev.brandingbot.state.LeaseLostException;
import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.sync.SyncReport;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.lock.GuildLock;
import dev.brandingbot.sync.lock.GuildLockProvider;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Guild;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alerts moderators once about each problem, and once when it is resolved. Redis records what was sent, so a restart or another
 * instance does not send it again; while Redis fails, the instance uses its own copy. Blocks on Discord and Redis, so don't call
 * it on JDA's threads.
 */
public final class ModLog {
    private static final Logger log = LoggerFactory.getLogger(ModLog.class);

    /** The name of the stored state. */
    static final String STATE_NAME = "mod_log";

    private static final Set<AlertSource> REDIS = Set.of(AlertSource.REDIS);
    private static final Set<AlertSource> GUILD = Set.of(AlertSource.GUILD);

    private final Supplier<Optional<Guild>> guild;
    private final GuildRequirements requirements;
    private final GuildLockProvider locks;
    private final AlertMapper mapper;
    private final BiFunction<Guild, ModLogUpdate, DiscordResult> channel;
    private final Clock clock;
    private volatile @Nullable AlertTracker lastTracker;
    private volatile String lastProblem = "";

    /**
     * @param guild returns the guild; empty while it is unavailable
     * @param requirements the requirements of the branding
     * @param locks keep other instances of the bot from sending the same alerts
     * @param channel sends an update to the mod-log channel
     */
    public ModLog(
            Supplier<Optional<Guild>> guild,
            GuildRequirements requirements,
            GuildLockProvider locks,
            AlertMapper reports,
            BiFunction<Guild, ModLogUpdate, DiscordResult> channel,
            Clock clock) {
        this.guild = guild;
        this.requirements = requirements;
        this.locks = locks;
        this.mapper = reports;
        this.channel = channel;
        this.clock = clock;
    }

    /** Sends what is new after a check of the daemon. */
    public void report(SyncReport report, List<AlertSnapshot> more) {
        guild.get()
                .ifPresent(here -> locks.tryLock().ifPresent(lock -> {
                    try (lock) {
                        send(here, lock, report, more);
                    } catch (LeaseLostException e) {
                        log.debug("Lost the lock; another instance alerts moderators.");
                    }
                }));
    }

    private void send(Guild here, GuildLock lock, SyncReport report, List<AlertSnapshot> more) {
        var now = clock.instant();
        var stored = AlertFields.read(lock.state().values(STATE_NAME));
        var recalled = lastTracker == null ? stored : stored.mergeFrom(lastTracker, AlertSource.REDIS);
        var seen = recalled.observe(new AlertSnapshot(REDIS, List.of()), now)
                .observe(mapper.alerts(report), now)
                .observe(new AlertSnapshot(GUILD, guildAlerts(recalled.features())), now)
                .withFeatures(requirements.features());
        for (var observation : more) {
            seen = seen.observe(observation, now);
        }
        var updated = sendPending(here, seen, lock.isHeld());
        if (!updated.equals(stored)) {
            lock.state().writeValues(STATE_NAME, AlertFields.write(updated));
        }
        lastTracker = updated;
    }

    /** Returns the alerts about the guild. The scheduled events report their permission themselves. */
    private List<Alert> guildAlerts(Set<String> featuresBefore) {
        return Stream.concat(
                        requirements.missing().stream()
                                .filter(missing -> !missing.key().equals(GuildRequirements.CREATE_EVENTS)),
                        requirements.lostFeatures(featuresBefore).stream())
                .map(missing -> new Alert(
                        AlertSource.GUILD, missing.key(), Urgency.AT_ONCE, missing.headline(), missing.text()))
                .toList();
    }

    /** Reports that Redis fails, once it has failed for a while. */
    public void reportRedisFailure(StateUnavailableException failure) {
        var known = lastTracker;
        if (known != null) {
            var alert = new Alert(
                    AlertSource.REDIS,
                    "redis",
                    Urgency.IF_IT_LASTS,
                    "Redis",
                    "Without Redis the bot can't save its state, so the branding is left as it is. "
                            + failure.reason());
            var seen = known.observe(new AlertSnapshot(REDIS, List.of(alert)), clock.instant());
            lastTracker =
                    guild.get().map(here -> sendPending(here, seen, () -> true)).orElse(seen);
        }
    }

    /** Sends the pending update if possible, and returns the tracker afterward. */
    private AlertTracker sendPending(Guild here, AlertTracker tracker, BooleanSupplier mayTell) {
        var now = clock.instant();
        var update = tracker.pendingUpdate(now);
        if (update.isEmpty() || !mayTell.getAsBoolean()) {
            return tracker;
        }
        var result = channel.apply(here, update);
        if (result instanceof DiscordResult.Unsuccessful notDone) {
            warn(notDone.reason());
            return tracker;
        }
        log.info(
                "Sent alerts to moderators. raised={} resolved={}",
                update.raised().size(),
                update.resolved().size());
        lastProblem = "";
        return tracker.markSent(update, now);
    }

    private void warn(String problem) {
        if (!problem.equals(lastProblem)) {
            log.warn("Could not send alerts to moderators; retrying at every check. reason={}", problem);
        }
        lastProblem = problem;
    }
}
