package dev.brandingbot.state;

import static java.util.stream.Collectors.toMap;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarOverrides;
import dev.brandingbot.event.EventSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import redis.clients.jedis.PipeliningBase;
import redis.clients.jedis.UnifiedJedis;

/**
 * What is remembered of one guild's branding, in the Redis hashes {@code branding:{GUILD_ID}:information}, {@code …:icons},
 * {@code …:banners}, {@code …:events}, {@code …:look} and {@code …:adjustments} and in the list {@code …:history}; the braces are
 * literal and keep them together in a Redis Cluster. Each write is one transaction. Safe for use by several threads; every method
 * throws {@link StateUnavailableException} when Redis fails.
 */
public final class BrandingStore {
    private static final String DAEMON = "daemon";
    private static final String ON = "on";
    private static final String OFF = "off";
    private static final String RESTORE = "restore";

    /** How many entries of the history are kept. */
    private static final int HISTORY_LENGTH = 500;

    private final RedisExecutor redis;
    private final String prefix;
    private final boolean isReadOnly;
    private final Optional<Lease> fence;
    private final String information;
    private final String events;
    private final String look;
    private final String overrides;
    private final String history;
    private final Map<AssetKind, String> rotations;

    /**
     * @param redis lent, never closed here
     * @param guildId the guild
     */
    public BrandingStore(UnifiedJedis redis, long guildId) {
        this(new RedisExecutor(redis), "branding:{" + guildId + "}:");
    }

    private BrandingStore(RedisExecutor redis, String prefix) {
        this(redis, prefix, false, Optional.empty());
    }

    private BrandingStore(RedisExecutor redis, String prefix, boolean isReadOnly, Optional<Lease> fence) {
        this.redis = redis;
        this.prefix = prefix;
        this.isReadOnly = isReadOnly;
        this.fence = fence;
        this.information = prefix + "information";
        this.events = prefix + "events";
        this.look = prefix + "look";
        this.overrides = prefix + "adjustments";
        this.history = prefix + "history";
        this.rotations = Map.of(AssetKind.BANNER, prefix + "banners", AssetKind.ICON, prefix + "icons");
    }

    /** The state of the same guild that can be read and not written: every write is left out. */
    public BrandingStore readOnly() {
        return new BrandingStore(redis, prefix, true, Optional.empty());
    }

    /**
     * The state of the same guild, written only while {@code lease} is held: a write that comes too late throws
     * {@link LeaseLostException}.
     */
    public BrandingStore guardedBy(Lease lease) {
        return new BrandingStore(redis, prefix, isReadOnly, Optional.of(lease));
    }

    /**
     * A lease on something that only one may do at a time for this guild.
     *
     * @param right what it is
     * @param holder names the holder and nobody else
     * @param term how long it lasts without being renewed
     */
    public Lease lease(String right, String holder, Duration term) {
        return new Lease(redis, prefix + "lease:" + right, holder, term);
    }

    /**
     * Leaves word that what is on may not be what is remembered, so that it is put on again: while the guild is being changed,
     * and by one that found itself fenced out when it may just have changed it. Needs no lease.
     *
     * @return the word, to be forgotten with {@link #clearUncertainty}
     */
    public String markUncertain() {
        var word = UUID.randomUUID().toString();
        if (!isReadOnly) {
            redis.execute(jedis -> jedis.set(prefix + RESTORE, word));
        }
        return word;
    }

    /** The word that was left with {@link #markUncertain}; another one each time. */
    public Optional<String> uncertainty() {
        return Optional.ofNullable(redis.execute(jedis -> jedis.get(prefix + RESTORE)));
    }

    /** Forgets the word, unless it was left anew since it was read. */
    public void clearUncertainty(String asked) {
        if (!isReadOnly) {
            redis.inTransactionWhile(prefix + RESTORE, asked, transaction -> transaction.del(prefix + RESTORE));
        }
    }

    /** What was remembered last, or {@link AppliedBranding#EMPTY}. */
    public AppliedBranding read() {
        return redis.askInTransaction(transaction -> {
            var facts = transaction.hgetAll(information);
            var banners = transaction.hgetAll(rotations.get(AssetKind.BANNER));
            var icons = transaction.hgetAll(rotations.get(AssetKind.ICON));
            return () -> AppliedBrandingCodec.read(
                    facts.get(), Map.of(AssetKind.BANNER, uses(banners.get()), AssetKind.ICON, uses(icons.get())));
        });
    }

    /** Remembers all of {@code remembered} in the place of what was there. */
    public void write(AppliedBranding remembered) {
        write(remembered, List.of());
    }

    /**
     * Remembers all of {@code remembered} in the place of what was there, and what was done.
     *
     * @param done from the first to the last
     */
    public void write(AppliedBranding remembered, List<HistoryEntry> done) {
        inTransaction(transaction -> {
            AppliedBrandingCodec.write(remembered)
                    .forEach((field, value) -> value.ifPresentOrElse(
                            text -> transaction.hset(information, field, text),
                            () -> transaction.hdel(information, field)));
            rotations.forEach((kind, key) -> replace(
                    transaction,
                    key,
                    remembered.asset(kind).useCounts().entrySet().stream()
                            .collect(toMap(Map.Entry::getKey, use -> Integer.toString(use.getValue())))));
            appendHistory(transaction, done);
        });
    }

    /** What moderators changed about the calendar; some of it may be over. */
    public CalendarOverrides overrides() {
        return OverrideFields.read(redis.execute(jedis -> jedis.hgetAll(overrides)));
    }

    /** Remembers what moderators changed about the calendar in the place of what was there, and that it was done. */
    public void writeOverrides(CalendarOverrides changed, List<HistoryEntry> done) {
        inTransaction(transaction -> {
            replace(transaction, overrides, OverrideFields.write(changed));
            appendHistory(transaction, done);
        });
    }

    /** What was done, the last first; the last 500 entries are kept. */
    public List<HistoryEntry> history() {
        return redis.execute(jedis -> jedis.lrange(history, 0, -1)).stream()
                .flatMap(text -> HistoryField.read(text).stream())
                .toList();
    }

    private void appendHistory(PipeliningBase transaction, List<HistoryEntry> done) {
        if (!done.isEmpty()) {
            transaction.lpush(history, done.stream().map(HistoryField::write).toArray(String[]::new));
            transaction.ltrim(history, 0, HISTORY_LENGTH - 1);
        }
    }

    /** All events of the last whole look at the repository, by path. */
    public List<EventSummary> calendar() {
        return redis.execute(jedis -> jedis.hgetAll(events)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(field -> CalendarField.read(field.getKey(), field.getValue()).stream())
                .toList();
    }

    /** Remembers all events in the place of those that were there. */
    public void writeCalendar(List<EventSummary> entries) {
        var fields =
                entries.stream().collect(toMap(EventSummary::path, CalendarField::write, (first, second) -> first));
        inTransaction(transaction -> replace(transaction, events, fields));
    }

    /** The moderators' choice whether the daemon is on; nothing when none was made. */
    public Optional<Boolean> daemonSwitch() {
        return Optional.ofNullable(redis.execute(jedis -> jedis.hget(information, DAEMON)))
                .filter(choice -> choice.equals(ON) || choice.equals(OFF))
                .map(ON::equals);
    }

    /** Remembers the moderators' choice whether the daemon is on, and that it was made. */
    public void writeDaemonSwitch(boolean isOn, List<HistoryEntry> done) {
        inTransaction(transaction -> {
            transaction.hset(information, DAEMON, isOn ? ON : OFF);
            appendHistory(transaction, done);
        });
    }

    /** What the last synchronisation came to, if there was one. */
    public Optional<LastCheck> lastCheck() {
        return LastCheckFields.read(redis.execute(jedis -> jedis.hgetAll(look)));
    }

    /** Remembers what a synchronisation came to. Needs no lease: nothing is decided by it. */
    public void writeLastCheck(LastCheck last) {
        if (!isReadOnly) {
            redis.execute(jedis -> jedis.hset(look, LastCheckFields.write(last)));
        }
    }

    /** When the next check is due, as far as an instance has said so. */
    public Optional<Instant> nextCheck() {
        return Optional.ofNullable(redis.execute(jedis -> jedis.hget(look, LastCheckFields.NEXT)))
                .flatMap(LastCheckFields::moment);
    }

    /** Remembers when the next check is due. */
    public void writeNextCheck(Instant next) {
        if (!isReadOnly) {
            redis.execute(jedis -> jedis.hset(look, LastCheckFields.NEXT, next.toString()));
        }
    }

    /** Everything noted under {@code name}, a hash of its own: {@code branding:{GUILD_ID}:name}. */
    public Map<String, String> values(String name) {
        return redis.execute(jedis -> jedis.hgetAll(prefix + name));
    }

    /** Notes {@code notes} under {@code name} in the place of all that was noted there. */
    public void writeValues(String name, Map<String, String> notes) {
        inTransaction(transaction -> replace(transaction, prefix + name, notes));
    }

    private static void replace(PipeliningBase transaction, String key, Map<String, String> fields) {
        transaction.del(key);
        // One by one: a script cannot pass some thousand words to one command.
        fields.forEach((field, value) -> transaction.hset(key, field, value));
    }

    private static Map<String, Integer> uses(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().matches("\\d{1,9}"))
                .collect(toMap(Map.Entry::getKey, field -> Integer.valueOf(field.getValue())));
    }

    private void inTransaction(Consumer<PipeliningBase> step) {
        if (isReadOnly) {
            return;
        }
        if (fence.isEmpty()) {
            redis.inTransaction(step);
        } else if (!fence.get().executeIfHeld(step)) {
            throw new LeaseLostException();
        }
    }
}
