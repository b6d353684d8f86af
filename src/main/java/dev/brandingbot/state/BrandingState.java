package dev.brandingbot.state;

import static java.util.stream.Collectors.toMap;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * What is remembered of one guild's branding, in the Redis hashes {@code branding:{GUILD_ID}:information}, {@code …:icons},
 * {@code …:banners} and {@code …:events}; the braces are literal and keep them together in a Redis Cluster. Each write is one
 * transaction. Safe for use by several threads; every method throws {@link StateUnavailableException} when Redis fails.
 */
public final class BrandingState {
    private static final String DAEMON = "daemon";
    private static final String ON = "on";
    private static final String OFF = "off";

    private final LentRedis redis;
    private final String prefix;
    private final boolean isReadOnly;
    private final String information;
    private final String events;
    private final Map<AssetKind, String> rotations;

    /**
     * @param redis lent, never closed here
     * @param guildId the guild
     */
    public BrandingState(UnifiedJedis redis, long guildId) {
        this(new LentRedis(redis), "branding:{" + guildId + "}:", false);
    }

    private BrandingState(LentRedis redis, String prefix, boolean isReadOnly) {
        this.redis = redis;
        this.prefix = prefix;
        this.isReadOnly = isReadOnly;
        this.information = prefix + "information";
        this.events = prefix + "events";
        this.rotations = Map.of(AssetKind.BANNER, prefix + "banners", AssetKind.ICON, prefix + "icons");
    }

    /** The state of the same guild that can be read and not written: every write is left out. */
    public BrandingState readOnly() {
        return new BrandingState(redis, prefix, true);
    }

    /** What was remembered last, or {@link Remembered#NOTHING}. */
    public Remembered read() {
        return redis.ask(jedis -> {
            try (var transaction = jedis.multi()) {
                var facts = transaction.hgetAll(information);
                var banners = transaction.hgetAll(rotations.get(AssetKind.BANNER));
                var icons = transaction.hgetAll(rotations.get(AssetKind.ICON));
                transaction.exec();
                return InformationFields.read(
                        facts.get(), Map.of(AssetKind.BANNER, uses(banners.get()), AssetKind.ICON, uses(icons.get())));
            }
        });
    }

    /** Remembers all of {@code remembered} in the place of what was there. */
    public void write(Remembered remembered) {
        inTransaction(transaction -> {
            InformationFields.write(remembered)
                    .forEach((field, value) -> value.ifPresentOrElse(
                            text -> transaction.hset(information, field, text),
                            () -> transaction.hdel(information, field)));
            rotations.forEach((kind, key) -> replace(
                    transaction,
                    key,
                    remembered.slot(kind).uses().entrySet().stream()
                            .collect(toMap(Map.Entry::getKey, use -> Integer.toString(use.getValue())))));
        });
    }

    /** All events of the last whole look at the repository, by path. */
    public List<CalendarEntry> calendar() {
        return redis.ask(jedis -> jedis.hgetAll(events)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(field -> DatesField.read(field.getKey(), field.getValue()).stream())
                .toList();
    }

    /** Remembers all events in the place of those that were there. */
    public void writeCalendar(List<CalendarEntry> entries) {
        var fields = entries.stream()
                .collect(
                        toMap(CalendarEntry::path, entry -> DatesField.write(entry.dates()), (first, second) -> first));
        inTransaction(transaction -> replace(transaction, events, fields));
    }

    /** The moderators' choice whether the daemon is on; nothing when none was made. */
    public Optional<Boolean> daemonSwitch() {
        return Optional.ofNullable(redis.ask(jedis -> jedis.hget(information, DAEMON)))
                .filter(choice -> choice.equals(ON) || choice.equals(OFF))
                .map(ON::equals);
    }

    /** Remembers the moderators' choice whether the daemon is on. */
    public void writeDaemonSwitch(boolean isOn) {
        inTransaction(transaction -> transaction.hset(information, DAEMON, isOn ? ON : OFF));
    }

    private static void replace(AbstractTransaction transaction, String key, Map<String, String> fields) {
        transaction.del(key);
        if (!fields.isEmpty()) {
            transaction.hset(key, fields);
        }
    }

    private static Map<String, Integer> uses(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().matches("\\d{1,9}"))
                .collect(toMap(Map.Entry::getKey, field -> Integer.valueOf(field.getValue())));
    }

    private void inTransaction(Consumer<AbstractTransaction> step) {
        if (isReadOnly) {
            return;
        }
        redis.ask(jedis -> {
            try (var transaction = jedis.multi()) {
                step.accept(transaction);
                return whole(transaction.exec());
            }
        });
    }

    /** Redis goes on after a command that failed inside a transaction, and Jedis hands its error over as an answer. */
    private static List<Object> whole(List<Object> answers) {
        for (var answer : answers) {
            if (answer instanceof JedisException error) {
                throw error;
            }
        }
        return answers;
    }
}
