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
            GuildLockProvider turns,
            AlertMapper reports,
            BiFunction<Guild, ModLogUpdate, DiscordResult> channel,
            Clock clock) {
        this.guild = guild;
        this.requirements = requirements;
        this.locks = turns;
        this.mapper = reports;
        this.channel = channel;
        this.clock = clock;
    }

    /** Sends what is new after a check of the daemon. */
    public void report(SyncReport report, List<AlertSnapshot> more) {
        guild.get()
                .ifPresent(here -> locks.tryLock().ifPresent(turn -> {
                    try (turn) {
                        send(here, turn, report, more);
                    } catch (LeaseLostException e) {
                        log.debug("Lost the lock; another instance alerts moderators.");
                    }
                }));
    }

    private void send(Guild here, GuildLock turn, SyncReport report, List<AlertSnapshot> more) {
        var now = clock.instant();
        var stored = AlertFields.read(turn.state().values(STATE_NAME));
        var recalled = lastTracker == null ? stored : stored.mergeFrom(lastTracker, AlertSource.REDIS);
        var seen = recalled.observe(new AlertSnapshot(REDIS, List.of()), now)
                .observe(mapper.alerts(report), now)
                .observe(new AlertSnapshot(GUILD, guildAlerts(recalled.features())), now)
                .withFeatures(requirements.features());
        for (var observation : more) {
            seen = seen.observe(observation, now);
        }
        var told = sendPending(here, seen, turn.isHeld());
        if (!told.equals(stored)) {
            turn.state().writeValues(STATE_NAME, AlertFields.write(told));
        }
        lastTracker = told;
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
            var trouble = new Alert(
                    AlertSource.REDIS,
                    "redis",
                    Urgency.IF_IT_LASTS,
                    "Redis",
                    "Without Redis the bot can't save its state, so the branding is left as it is. "
                            + failure.reason());
            var seen = known.observe(new AlertSnapshot(REDIS, List.of(trouble)), clock.instant());
            lastTracker =
                    guild.get().map(here -> sendPending(here, seen, () -> true)).orElse(seen);
        }
    }

    /** Sends the pending update if possible, and returns the tracker afterward. */
    private AlertTracker sendPending(Guild here, AlertTracker book, BooleanSupplier mayTell) {
        var now = clock.instant();
        var word = book.pendingUpdate(now);
        if (word.isEmpty() || !mayTell.getAsBoolean()) {
            return book;
        }
        var answer = channel.apply(here, word);
        if (answer instanceof DiscordResult.Unsuccessful notDone) {
            warn(notDone.reason());
            return book;
        }
        log.info(
                "Sent alerts to moderators. raised={} resolved={}",
                word.raised().size(),
                word.resolved().size());
        lastProblem = "";
        return book.markSent(word, now);
    }

    private void warn(String obstacle) {
        if (!obstacle.equals(lastProblem)) {
            log.warn("Could not send alerts to moderators; retrying at every check. reason={}", obstacle);
        }
        lastProblem = obstacle;
    }
}
