package dev.brandingbot.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.state.RedisRepositoryCache;
import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.sync.ChaosEvent.Days;
import dev.brandingbot.sync.ChaosGuild.Fault;
import dev.brandingbot.sync.ChaosGuild.Message;
import dev.brandingbot.sync.asset.RotationSettings;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.GuildCapabilities;
import dev.brandingbot.sync.guild.ManualChangeDetector;
import dev.brandingbot.sync.lock.LeaseRenewer;
import dev.brandingbot.sync.lock.RedisGuildLockProvider;
import dev.brandingbot.testing.HostResources;
import dev.brandingbot.testing.RedisExtension;
import dev.brandingbot.testing.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One year of two copies of the bot, with trouble on many of its days. On most days everything is well at last, and what the
 * guild shows is compared with what a plain model says it should show; at every request it is, too.
 */
final class ChaosYear {
    private static final LocalDate FIRST = LocalDate.of(2027, 7, 1);
    private static final int DAYS = 367;
    private static final long GUILD = 42;
    /** Most synchronizations send 11 to 20 commands to Redis. */
    private static final int COMMANDS = 24;

    /** A year that is replayed is told from its beginning. */
    private static final int LINES = Long.getLong("chaos.seed") == null ? 40 : 10_000;

    private final long seed;
    private final RedisExtension redis;
    private final HostResources resources;
    private final Random random;
    private final SettableClock clock = SettableClock.at(FIRST);
    private final ChaosModerators moderators;
    private final ChaosRepository repository;
    private final ChaosGuild guild = new ChaosGuild(this::checkChange, this::checkAnnouncement, this::note);
    private final Duration interval;
    private final List<Copy> copies = new ArrayList<>();
    private final List<String> journal = new ArrayList<>();

    /** What the bot may remember as being on; nothing where it may remember nothing. */
    private final Set<Optional<Known>> remembered = new HashSet<>(Set.of(Optional.empty()));

    /** Which event was shown when all was well, as long as nothing has happened since. */
    private Optional<ChaosEvent> settled = Optional.empty();

    /** Under which paths each event was announced. */
    private final Map<ChaosEvent, Set<String>> announcedAs = new IdentityHashMap<>();

    private final Map<AssetKind, LocalDate> changedOn = new EnumMap<>(AssetKind.class);
    private boolean isChangedByHand;

    ChaosYear(long seed, RedisExtension redis) {
        this.seed = seed;
        this.redis = redis;
        this.resources = HostResources.of(seed);
        this.random = new Random(seed);
        this.moderators = new ChaosModerators(random);
        this.repository = new ChaosRepository(random, moderators);
        this.interval = Duration.ofDays(1 + random.nextInt(4));
        repository.abilities = () -> guild.abilities;
        redis.jedis().flushAll();
        copies.add(new Copy());
        copies.add(new Copy());
    }

    /** An event as it was when it was put on. */
    private record Known(String path, Optional<Days> days) {
        static Known of(ChaosEvent event) {
            return new Known(event.path(), event.days);
        }
    }

    /**
     * What should be on.
     *
     * @param event the event, if there is one
     * @param mayStay whether what is on may stay instead
     */
    private record Expected(Optional<ChaosEvent> event, boolean mayStay) {}

    /** A process. */
    private final class Copy {
        private final MortalRedis jedis = new MortalRedis(redis.port(), resources.connections());
        private final ExecutorService executor = resources.executor();
        private final LeaseRenewer leases = new LeaseRenewer("locks");
        private final BrandingSynchronizer synchroniser;

        private Copy() {
            var state = new BrandingStore(jedis, GUILD);
            this.synchroniser = new BrandingSynchronizer(
                    new BrandingRepository(repository.source, new RedisRepositoryCache(jedis, "chaos"), clock),
                    state,
                    guild,
                    new RedisGuildLockProvider(state, leases),
                    new RotationSettings(interval, random),
                    clock);
        }

        /** Does it on one of its threads. */
        SyncReport run(ChaosModerators.Command command) {
            try {
                return CompletableFuture.supplyAsync(() -> command.give(synchroniser), executor)
                        .join();
            } catch (CompletionException e) {
                throw unchecked(e.getCause());
            }
        }

        private RuntimeException unchecked(Throwable failure) {
            if (failure instanceof Error error) {
                throw error;
            }
            return (RuntimeException) failure;
        }

        void end() {
            leases.close();
            executor.shutdown();
            jedis.close();
        }
    }

    void live() {
        for (var day = 0; day < DAYS; day++) {
            clock.set(FIRST.plusDays(day));
            note("-- " + today());
            maybeEdit();
            var isTroubled = random.nextInt(3) == 0;
            if (isTroubled) {
                settled = Optional.empty();
                for (var more = random.nextInt(3); more >= 0; more--) {
                    trouble();
                    clock.advance(Duration.ofMinutes(5));
                }
            }
            if (random.nextInt(8) == 0) {
                settled = Optional.empty();
                run(copies.get(random.nextInt(copies.size())), moderators.next(repository, today()));
            }
            if (!isTroubled || random.nextInt(4) > 0) {
                heal();
            }
        }
        copies.forEach(Copy::end);
    }

    private void maybeEdit() {
        if (random.nextInt(40) == 0) {
            settled.filter(event -> !event.isUnrecognised).ifPresent(event -> note(repository.rename(event)));
            settled = Optional.empty();
        }
        for (var edits = random.nextInt(5); edits > 3; edits--) {
            edit();
        }
        if (random.nextInt(20) == 0) {
            guild.abilities = new GuildCapabilities(
                    true,
                    true,
                    random.nextInt(4) > 0,
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextInt(4) > 0);
            note("abilities " + guild.abilities);
            settled = Optional.empty();
        }
    }

    private void edit() {
        settled = Optional.empty();
        note(repository.edit(event -> event.isUnrecognised));
    }

    private void trouble() {
        var copy = copies.get(random.nextInt(copies.size()));
        var usual = guild.abilities;
        switch (random.nextInt(10)) {
            case 0 -> {
                note("trees fail");
                repository.source.failTrees(true);
            }
            case 1 -> {
                note("blobs fail");
                repository.source.failBlobs(true);
            }
            case 2 -> {
                note("guild unavailable");
                guild.abilities = GuildCapabilities.NONE;
            }
            case 3 -> {
                note("no Manage Server");
                guild.abilities = new GuildCapabilities(true, false, true, true, true, usual.hasChangelog());
            }
            case 4 -> {
                var n = 1 + random.nextInt(COMMANDS);
                note("Redis fails at command " + n);
                copy.jedis.failBefore(n);
            }
            case 5, 6 -> {
                var n = 1 + random.nextInt(COMMANDS);
                note("killed at Redis command " + n);
                copy.jedis.killBefore(n);
            }
            case 7 -> freeze(copy);
            case 8 -> rareTrouble();
            default -> guild.arm(Fault.values()[1 + random.nextInt(5)], random.nextInt(4));
        }
        if (random.nextInt(6) == 0) {
            edit();
        }
        run(copy, command());
        guild.abilities = usual;
    }

    private ChaosModerators.Command command() {
        return switch (random.nextInt(6)) {
            case 0 -> synchroniser -> synchroniser.resync(BrandingSynchronizerFixture.MODERATOR);
            case 1 -> moderators.next(repository, today());
            default -> BrandingSynchronizer::synchronize;
        };
    }

    private void rareTrouble() {
        switch (random.nextInt(3)) {
            case 0 -> {
                note("Redis emptied");
                redis.jedis().flushAll();
                moderators.forget();
                remembered.clear();
                remembered.add(Optional.empty());
                repository.events().forEach(event -> event.isUnrecognised = true);
            }
            case 1 -> {
                note("changed by hand");
                guild.changeByHand(AssetKind.values()[random.nextInt(2)]);
                isChangedByHand = true;
            }
            default -> guild.arm(Fault.values()[1 + random.nextInt(5)], random.nextInt(2));
        }
    }

    /** Another copy does the work meanwhile, and things may have changed. */
    private void freeze(Copy frozen) {
        var other = copies.get(copies.get(0) == frozen ? 1 : 0);
        guild.whileFrozen = Optional.of(() -> {
            note("frozen");
            loseTurn();
            edit();
            run(other, BrandingSynchronizer::synchronize);
        });
    }

    /** One synchronisation in trouble; whoever was killed is started anew. */
    private void run(Copy copy, ChaosModerators.Command command) {
        guild.death = copy.jedis::kill;
        rememberPossible();
        try {
            note("did: " + copy.run(command).summaryLines());
        } catch (MortalRedis.Killed e) {
            note("killed");
            copy.end();
            copies.set(copies.indexOf(copy), new Copy());
        } catch (StateUnavailableException e) {
            note(e.reason());
        }
        assertThat(moderators.takes(state().overrides()))
                .as(happened("adjusted in half"))
                .isTrue();
        rememberPossible();
        copy.jedis.spare();
        guild.disarm();
        repository.source.failTrees(false).failBlobs(false);
        loseTurn();
        checkClaims();
    }

    /** Nobody is blamed for what the bot did, whatever became of it. */
    private void checkClaims() {
        assertThat(new ManualChangeDetector(guild, state()).detect())
                .as(happened("changed by hand"))
                .allMatch(guild::isByHand);
    }

    private void rememberPossible() {
        expected().event().ifPresent(event -> remembered.add(Optional.of(Known.of(event))));
        excuse();
    }

    private void heal() {
        excuse();
        var before = new EnumMap<>(guild.shown);
        var uploads = uploads();
        var expected = expected();
        var restores = isChangedByHand;
        var isClean = state().uncertainty().isEmpty();
        var report = healed(restores);
        if (!report.isInSync()) {
            report = healed(restores);
        }
        note((restores ? "restore: " : "synchronise: ") + report.summaryLines());
        assertThat(redis.jedis().exists("branding:{42}:lease:turn"))
                .as(happened("turn"))
                .isFalse();
        var on = expected.event()
                .filter(event -> !expected.mayStay()
                        || state().read()
                                .event()
                                .filter(it -> it.path().equals(event.path()))
                                .isPresent());
        if (on.isEmpty()) {
            assertThat(guild.shown).as(happened("what is on stays")).isEqualTo(before);
            settled = Optional.empty();
            return;
        }
        var event = on.get();
        // What Discord refuses counts as skipped, also where the asset of before rightly stays on.
        assertThat(report.isInSync() || event.hasRefused())
                .as(happened("in step"))
                .isTrue();
        checkShown(event);
        checkState(event);
        checkAnnounced(event);
        checkClaims();
        if (settled.equals(on) && isClean && !restores) {
            checkRotation(event, before, uploads);
        }
        for (var kind : AssetKind.values()) {
            if (guild.uploads(kind) != uploads.get(kind) || !settled.equals(on)) {
                changedOn.put(kind, today());
            }
        }
        settle(event);
    }

    /** What cannot be announced when it begins is never announced. */
    private void excuse() {
        if (!guild.abilities.hasChangelog()) {
            expected().event().ifPresent(event -> event.isExcused = true);
        }
    }

    private SyncReport healed(boolean restores) {
        var copy = copies.get(random.nextInt(copies.size()));
        return copy.run(
                restores ? it -> it.resync(BrandingSynchronizerFixture.MODERATOR) : BrandingSynchronizer::synchronize);
    }

    private Map<AssetKind, Integer> uploads() {
        return new EnumMap<>(Map.of(
                AssetKind.BANNER, guild.uploads(AssetKind.BANNER), AssetKind.ICON, guild.uploads(AssetKind.ICON)));
    }

    private void settle(ChaosEvent event) {
        settled = Optional.of(event);
        // What is pinned outside its days shows only when they begin whether the bot knows of its announcement.
        event.isUnrecognised &= !guild.abilities.hasChangelog()
                || event.days.filter(days -> days.run(today()).isEmpty()).isPresent();
        isChangedByHand &= !guild.abilities.hasBanner();
        remembered.clear();
        remembered.add(Optional.of(Known.of(event)));
    }

    private Expected expected() {
        var today = today();
        var chosen = repository.chosenOn(today);
        if (chosen.isPresent()) {
            return new Expected(chosen, false);
        }
        var fallback = repository.fallback();
        var keepers = remembered.stream()
                .filter(known ->
                        known.filter(event -> staysThoughBroken(event, today)).isPresent())
                .count();
        return keepers == remembered.size()
                ? new Expected(Optional.empty(), true)
                : new Expected(fallback, keepers > 0 || fallback.isEmpty());
    }

    private boolean staysThoughBroken(Known event, LocalDate today) {
        return repository.isInvalid(event.path())
                && event.days()
                        .flatMap(days -> days.run(today))
                        .filter(run -> !moderators.leaveOut(event.path(), run.first()))
                        .isPresent();
    }

    private void checkChange(Map<AssetKind, AssetImage> images) {
        var expected = expected();
        assertThat(images.entrySet()).as(happened("expected " + expected)).allSatisfy(change -> {
            var asset = change.getValue().asset();
            assertThat(expected.event()).hasValueSatisfying(event -> {
                assertThat(asset.path())
                        .startsWith(event.path() + "/" + change.getKey().folder() + "/");
                assertThat(event.has(change.getKey(), asset.sha())).isTrue();
            });
        });
    }

    private void checkAnnouncement(Announcement announcement) {
        var expected = expected();
        var path = announcement.event().path();
        assertThat(expected.event().filter(event -> !event.isFallback()).map(ChaosEvent::path))
                .as(happened("announced " + path))
                .hasValue(path);
        var event = expected.event().orElseThrow();
        var days = event.days.orElseThrow().run(today());
        assertThat(announcement.days()).as(happened("days of the announcement")).isEqualTo(days.orElseThrow());
        assertThat(announcement.nextChange()).as(happened("next switch")).isIn(repository.nextSwitches(today()));
        var isOn = Stream.of(AssetKind.values())
                .anyMatch(kind ->
                        guild.sha(kind).filter(sha -> event.has(kind, sha)).isPresent());
        assertThat(isOn || isChangedByHand)
                .as(happened("announced before an asset of it is on: " + path))
                .isTrue();
        if (!event.isUnrecognised) {
            assertThat(messages(event))
                    .as(happened("announced twice: " + path))
                    .noneMatch(message -> message.days().overlaps(announcement.days())
                            || message.sent().isAfter(today().minusMonths(5)));
        }
        guild.channel.add(new Message(path, announcement.days(), today()));
        announcedAs.computeIfAbsent(event, same -> new HashSet<>()).add(path);
    }

    private List<Message> messages(ChaosEvent event) {
        var paths = announcedAs.getOrDefault(event, Set.of());
        return guild.channel.stream()
                .filter(message -> paths.contains(message.path()))
                .toList();
    }

    private void checkShown(ChaosEvent event) {
        for (var kind : AssetKind.values()) {
            var usable = event.usable(kind, guild.abilities);
            if (!usable.isEmpty()) {
                assertThat(guild.sha(kind).orElse("none"))
                        .as(happened("%s shown: %s".formatted(kind, guild.shown.get(kind))))
                        .satisfiesAnyOf(
                                sha -> assertThat(sha).isIn(usable),
                                // One that was on before the guild lost the feature stays until its turn is over.
                                sha -> assertThat(event.files(kind).values())
                                        .anyMatch(asset -> asset.sha().equals(sha)
                                                && asset.quality() == ChaosEvent.Quality.ANIMATED));
            }
        }
    }

    private void checkState(ChaosEvent event) {
        var state = state().read();
        assertThat(state.event().map(CalendarItem::path))
                .as(happened("state: event"))
                .hasValue(event.path());
        for (var kind : AssetKind.values()) {
            if (!event.usable(kind, guild.abilities).isEmpty()) {
                assertThat(state.asset(kind).sha())
                        .as(happened("state: " + kind))
                        .isEqualTo(guild.sha(kind));
                assertThat(state.asset(kind).eventPath())
                        .as(happened("state: " + kind))
                        .hasValue(event.path());
            }
        }
        assertThat(state().uncertainty()).as(happened("state: restore")).isEmpty();
        assertThat(state().calendar().stream().map(EventSummary::path))
                .as(happened("state: calendar"))
                .containsAll(repository.events().stream()
                        .filter(it -> !it.isInvalid(guild.abilities))
                        .map(ChaosEvent::path)
                        .toList());
    }

    private void checkAnnounced(ChaosEvent event) {
        if (event.isFallback()) {
            assertThat(messages(event)).as(happened("fallback announced")).isEmpty();
        } else if (!event.isExcused) {
            // One that is pinned outside its days waits for them.
            event.days
                    .orElseThrow()
                    .run(today())
                    .ifPresent(run -> assertThat(messages(event))
                            .as(happened("not announced: " + event))
                            .anyMatch(message -> message.days().overlaps(run)
                                    || message.sent().isAfter(today().minusMonths(6))));
        }
    }

    /** On a quiet day the daemon takes its step: once the interval is over, to another asset where there is one. */
    private void checkRotation(
            ChaosEvent event, Map<AssetKind, ChaosGuild.Shown> before, Map<AssetKind, Integer> uploads) {
        for (var kind : AssetKind.values()) {
            if (event.usable(kind, guild.abilities).size() > 1) {
                var isUploaded = guild.uploads(kind) != uploads.get(kind);
                var isDue = !today().isBefore(changedOn.get(kind).plusDays(interval.toDays() + 1));
                assertThat(isUploaded || !isDue)
                        .as(happened("%s stuck since %s".formatted(kind, changedOn)))
                        .isTrue();
                if (isUploaded) {
                    assertThat(guild.sha(kind).orElseThrow())
                            .as(happened(kind + " twice in a row"))
                            .isNotEqualTo(before.get(kind).sha());
                }
            }
        }
    }

    /** What Redis does when nobody renews it. */
    private void loseTurn() {
        redis.jedis().del("branding:{42}:lease:turn");
    }

    private BrandingStore state() {
        return new BrandingStore(redis.jedis(), GUILD);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void note(String line) {
        journal.add(line);
        if (journal.size() > LINES) {
            journal.remove(0);
        }
    }

    private Supplier<String> happened(String what) {
        return () -> "seed %d, %s, %s: %s%n%s%nremembered %s of %s, adjusted %s%n"
                .formatted(
                        seed,
                        resources,
                        today(),
                        what,
                        String.join("\n", journal),
                        remembered,
                        repository.events(),
                        moderators);
    }
}
