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
 * The stored branding of one server, in the Redis hashes {@code branding:{GUILD_ID}:information}, {@code …:icons},
 * {@code …:banners}, {@code …:events}, {@code …:look} and {@code …:adjustments} and in the list {@code …:history}; the braces are
 * literal and keep them together in a Redis Cluster. Each write is one transaction. Thread-safe; every method
 * throws {@link StateUnavailableException} if Redis fails.
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
    private final String lastCheck;
    private final String overrides;
    private final String history;
    private final Map<AssetKind, String> rotations;

    /**
     * Creates the store of a server. Sends no command.
     *
     * @param redis not closed here
     * @param guildId the server's ID
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
        this.lastCheck = prefix + "look";
        this.overrides = prefix + "adjustments";
        this.history = prefix + "history";
        this.rotations = Map.of(AssetKind.BANNER, prefix + "banners", AssetKind.ICON, prefix + "icons");
    }

    /** Returns a store of the same server that ignores every write. */
    public BrandingStore readOnly() {
        return new BrandingStore(redis, prefix, true, Optional.empty());
    }

    /**
     * Returns a store of the same server that writes only while {@code lease} is held. Otherwise a write throws
     * {@link LeaseLostException}.
     */
    public BrandingStore guardedBy(Lease lease) {
        return new BrandingStore(redis, prefix, isReadOnly, Optional.of(lease));
    }

    /**
     * Creates a lease on what only one instance may do at a time for this server. Sends no command.
     *
     * @param right the name of what is leased
     * @param holder a unique name of the holder
     * @param term how long it lasts unless it is renewed
     */
    public Lease lease(String right, String holder, Duration term) {
        return new Lease(redis, prefix + "lease:" + right, holder, term);
    }

    /**
     * Marks the branding as uncertain, so that the next check applies it again: before an upload, and after the lock was lost during
     * one. Needs no lease.
     *
     * @return the mark, to be removed with {@link #clearUncertainty}
     */
    public String markUncertain() {
        var word = UUID.randomUUID().toString();
        if (!isReadOnly) {
            redis.execute(jedis -> jedis.set(prefix + RESTORE, word));
        }
        return word;
    }

    /** Returns the mark of the last {@link #markUncertain}, which is different each time; empty if there is none. */
    public Optional<String> uncertainty() {
        return Optional.ofNullable(redis.execute(jedis -> jedis.get(prefix + RESTORE)));
    }

    /** Removes a mark, unless the branding was marked again since it was read. */
    public void clearUncertainty(String asked) {
        if (!isReadOnly) {
            redis.inTransactionWhile(prefix + RESTORE, asked, transaction -> transaction.del(prefix + RESTORE));
        }
    }

    /** Returns the applied branding, or {@link AppliedBranding#EMPTY} if nothing was applied yet. */
    public AppliedBranding read() {
        return redis.askInTransaction(transaction -> {
            var facts = transaction.hgetAll(information);
            var banners = transaction.hgetAll(rotations.get(AssetKind.BANNER));
            var icons = transaction.hgetAll(rotations.get(AssetKind.ICON));
            return () -> AppliedBrandingCodec.read(
                    facts.get(), Map.of(AssetKind.BANNER, uses(banners.get()), AssetKind.ICON, uses(icons.get())));
        });
    }

    /** Replaces the applied branding. */
    public void write(AppliedBranding remembered) {
        write(remembered, List.of());
    }

    /**
     * Replaces the applied branding and adds to the history.
     *
     * @param done the actions, oldest first
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

    /** Returns the overrides of moderators, including expired ones. */
    public CalendarOverrides overrides() {
        return OverrideFields.read(redis.execute(jedis -> jedis.hgetAll(overrides)));
    }

    /** Replaces the overrides of moderators and adds to the history. */
    public void writeOverrides(CalendarOverrides changed, List<HistoryEntry> done) {
        inTransaction(transaction -> {
            replace(transaction, overrides, OverrideFields.write(changed));
            appendHistory(transaction, done);
        });
    }

    /** Returns the history, newest first; the last 500 entries are kept. */
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

    /** Returns the events of the last complete fetch, by path. */
    public List<EventSummary> calendar() {
        return redis.execute(jedis -> jedis.hgetAll(events)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(field -> CalendarField.read(field.getKey(), field.getValue()).stream())
                .toList();
    }

    /** Replaces the events of the calendar. */
    public void writeCalendar(List<EventSummary> entries) {
        var fields =
                entries.stream().collect(toMap(EventSummary::path, CalendarField::write, (first, second) -> first));
        inTransaction(transaction -> replace(transaction, events, fields));
    }

    /** Returns whether moderators enabled the daemon; empty if they neither enabled nor disabled it. */
    public Optional<Boolean> daemonSwitch() {
        return Optional.ofNullable(redis.execute(jedis -> jedis.hget(information, DAEMON)))
                .filter(choice -> choice.equals(ON) || choice.equals(OFF))
                .map(ON::equals);
    }

    /** Stores whether moderators enabled the daemon and adds to the history. */
    public void writeDaemonSwitch(boolean isOn, List<HistoryEntry> done) {
        inTransaction(transaction -> {
            transaction.hset(information, DAEMON, isOn ? ON : OFF);
            appendHistory(transaction, done);
        });
    }

    /** Returns the result of the last check, if there was one. */
    public Optional<LastCheck> lastCheck() {
        return LastCheckFields.read(redis.execute(jedis -> jedis.hgetAll(lastCheck)));
    }

    /** Stores the result of a check. Needs no lease, because nothing is decided by it. */
    public void writeLastCheck(LastCheck last) {
        if (!isReadOnly) {
            redis.execute(jedis -> jedis.hset(lastCheck, LastCheckFields.write(last)));
        }
    }

    /** Returns when the next check is due; empty if no daemon has run yet. */
    public Optional<Instant> nextCheck() {
        return Optional.ofNullable(redis.execute(jedis -> jedis.hget(lastCheck, LastCheckFields.NEXT)))
                .flatMap(LastCheckFields::moment);
    }

    /** Stores when the next check is due. */
    public void writeNextCheck(Instant next) {
        if (!isReadOnly) {
            redis.execute(jedis -> jedis.hset(lastCheck, LastCheckFields.NEXT, next.toString()));
        }
    }

    /** Returns the fields of the hash {@code branding:{GUILD_ID}:name}. */
    public Map<String, String> values(String name) {
        return redis.execute(jedis -> jedis.hgetAll(prefix + name));
    }

    /** Replaces the fields of the hash {@code branding:{GUILD_ID}:name}. */
    public void writeValues(String name, Map<String, String> notes) {
        inTransaction(transaction -> replace(transaction, prefix + name, notes));
    }

    private static void replace(PipeliningBase transaction, String key, Map<String, String> fields) {
        transaction.del(key);
        // One by one: a script cannot pass thousands of arguments to one command.
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
