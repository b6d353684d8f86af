package dev.brandingbot.sandbox;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.source.FolderSource;
import dev.brandingbot.sandbox.KillPoint.Step;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.state.AppliedAsset;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.testing.RedisExtension;
import dev.brandingbot.testing.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.params.RestoreParams;

/**
 * Kills real processes, daemons and single runs, at every externally visible step, and some at random times. For each seed, half of
 * them are the program, and half are hosts of the cog with two threads and one Redis connection. {@code -Dcrash.kills=N} sets the
 * number of kills for each of the four tests, {@code -Dcrash.seed=N} repeats their order.
 */
class CrashIT {
    private static final int KILLS = Integer.getInteger("crash.kills", 2);
    private static final int KILLS_IN_A_ROW = 3;
    private static final long SEED = Long.getLong("crash.seed", new Random().nextInt());
    private static final int MOMENTS = 3;
    private static final Set<Step> CHANGES = Set.of(Step.BEFORE_CHANGE, Step.AFTER_CHANGE);
    private static final String FALLBACK = "events/evergreen";
    private static final String EVENT = "events/snow";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);
    private static final Duration LONG_AGO = Duration.ofDays(10);

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final List<String> story = new ArrayList<>();
    private Path repository;

    /** Whether the bots are daemons instead of single runs. */
    private boolean isDaemon;

    /** Whether the bots have two threads and one Redis connection. */
    private boolean isSmall;

    /** The content of Redis before the interrupted step. */
    private Map<String, byte[]> before = Map.of();

    private byte[] iconBefore = {};
    private byte[] bannerBefore = {};

    private interface Check {
        void accept(CrashStage stage) throws Exception;
    }

    @BeforeEach
    void showTheFallback() throws Exception {
        repository = folder.resolve("branding");
        write(FALLBACK, "fallback: true");
        try (var stage = stage()) {
            end(stage);
            iconBefore = Files.readAllBytes(repository.resolve(stage.shown(AssetKind.ICON)));
            bannerBefore = Files.readAllBytes(repository.resolve(stage.shown(AssetKind.BANNER)));
        }
        remember();
    }

    @ParameterizedTest(name = "daemon: {0}")
    @ValueSource(booleans = {false, true})
    void entersAnEventAndAnnouncesItOnceWhereverItIsKilled(boolean daemon) throws Exception {
        choose(daemon);
        var today = LocalDate.now(ZoneOffset.UTC);
        write(
                EVENT,
                "start_date: %s\nend_date: %s"
                        .formatted(DAY.format(today.minusDays(2)), DAY.format(today.plusDays(2))));

        killEverywhere(stage -> {
            assertIsOn(stage, EVENT, 1);
            assertThat(stage.announcements()).hasSize(1);
            assertThat(stage.remembered().announceSince()).isEmpty();
            assertThat(stage.remembered().announced()).containsOnlyKeys(EVENT);
        });
    }

    @ParameterizedTest(name = "daemon: {0}")
    @ValueSource(booleans = {false, true})
    void rotatesOnceWhereverItIsKilled(boolean daemon) throws Exception {
        choose(daemon);
        makeRotationsDue();
        remember();

        killEverywhere(stage -> {
            assertIsOn(stage, FALLBACK, 2);
            assertThat(stage.announcements()).isEmpty();
        });
    }

    private void choose(boolean daemon) {
        isDaemon = daemon;
        isSmall = daemon ^ SEED % 2 == 0;
    }

    private CrashStage stage() {
        return new CrashStage(repository, REDIS, isDaemon, isSmall);
    }

    private static void makeRotationsDue() {
        var state = new BrandingStore(REDIS.jedis(), FakeGuildSettings.ID);
        var remembered = state.read();
        for (var kind : AssetKind.values()) {
            var slot = remembered.asset(kind);
            var rotatedAt = slot.rotatedAt().map(last -> last.minus(LONG_AGO));
            remembered = remembered.withAsset(
                    kind, new AppliedAsset(slot.eventPath(), slot.sha(), rotatedAt, slot.useCounts()));
        }
        state.write(remembered);
    }

    /** The guild and Redis agree, and each rotation has advanced by the expected number of different assets. */
    private void assertIsOn(CrashStage stage, String path, int turns) throws Exception {
        var event = event(path);
        assertThat(stage.remembered().event())
                .hasValueSatisfying(on -> assertThat(on.path()).isEqualTo(path));
        assertThat(stage.state().uncertainty()).isEmpty();
        for (var kind : AssetKind.values()) {
            var slot = stage.remembered().asset(kind);
            var assets = event.assets(kind);
            assertThat(slot.sha().flatMap(sha -> pathOf(sha, assets))).contains(stage.shown(kind));
            assertThat(slot.useCounts().keySet()).hasSameSizeAs(assets);
            assertThat(slot.useCounts().values()).containsOnly(0, 1);
            assertThat(slot.useCounts().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(turns);
        }
    }

    private BrandingEvent event(String path) throws Exception {
        return new BrandingRepository(
                        new FolderSource(repository, Clock.systemUTC()),
                        new InMemoryRepositoryCache(),
                        Clock.systemUTC())
                .fetch()
                .calendar()
                .event(path)
                .orElseThrow();
    }

    private static Optional<String> pathOf(String sha, List<Asset> assets) {
        return assets.stream()
                .filter(asset -> asset.sha().equals(sha))
                .map(Asset::path)
                .findFirst();
    }

    /** Every change is interrupted at least once before other failures; the other points follow up to the limit. */
    private void killEverywhere(Check check) throws Exception {
        var points = points(check);
        var changes = new ArrayDeque<>(points.getOrDefault(true, List.of()));
        var others = new ArrayDeque<>(points.getOrDefault(false, List.of()));
        for (var kills = 0; kills < KILLS && !others.isEmpty(); ) {
            try (var stage = stage()) {
                restore(stage);
                for (var i = 0; i < KILLS_IN_A_ROW && !others.isEmpty(); i++) {
                    var point = i == 0 && !changes.isEmpty() ? changes.remove() : others.remove();
                    kills += runTo(point, stage).trap().isSprung() ? 1 : 0;
                }
                endAndCheck(stage, check);
            }
        }
    }

    /** The steps of an undisturbed run except changes, in random order, with alternating kinds. */
    private Map<Boolean, List<KillPoint>> points(Check check) throws Exception {
        try (var stage = stage()) {
            restore(stage);
            var begin = System.nanoTime();
            var trap = endAndCheck(stage, check).trap();
            var took = (int) Duration.ofNanos(System.nanoTime() - begin).toMillis();
            var byStep = Stream.of(Step.values())
                    .map(step -> step == Step.MOMENT ? moments(took) : numbered(step, trap.steps(step)))
                    .toList();
            System.out.println("Kill points: " + byStep.stream().map(List::size).toList() + ", small host: " + isSmall
                    + ", seed " + SEED);
            return byTurns(byStep).stream().collect(partitioningBy(point -> CHANGES.contains(point.step())));
        }
    }

    private List<KillPoint> numbered(Step step, int count) {
        var points = new ArrayList<>(IntStream.rangeClosed(1, count)
                .mapToObj(number -> new KillPoint(step, number))
                .toList());
        Collections.shuffle(points, random);
        return points;
    }

    private List<KillPoint> moments(int longest) {
        var count = Math.max(MOMENTS, KILLS / Step.values().length);
        return random.ints(count, longest / 3, longest)
                .mapToObj(moment -> new KillPoint(Step.MOMENT, moment))
                .toList();
    }

    private static List<KillPoint> byTurns(List<List<KillPoint>> lists) {
        var longest = lists.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, longest)
                .boxed()
                .flatMap(i -> lists.stream().filter(list -> i < list.size()).map(list -> list.get(i)))
                .toList();
    }

    private CrashStage.Run endAndCheck(CrashStage stage, Check check) throws Exception {
        var run = end(stage);
        try {
            check.accept(stage);
            return run;
        } catch (AssertionError e) {
            throw new AssertionError(
                    "After " + story + ", small host: " + isSmall + ", seed " + SEED + ":\n" + run.printed(), e);
        } finally {
            story.clear();
        }
    }

    private CrashStage.Run end(CrashStage stage) throws IOException, InterruptedException {
        var run = runTo(KillPoint.NEVER, stage);
        assertThat(run.isWell())
                .as("%s, small host: %s, status %d, seed %d%n%s", story, isSmall, run.status(), SEED, run.printed())
                .isTrue();
        return run;
    }

    private CrashStage.Run runTo(KillPoint point, CrashStage stage) throws IOException, InterruptedException {
        story.add(point.toString());
        return stage.run(point, folder.resolve("output.txt"));
    }

    private void remember() {
        var jedis = REDIS.jedis();
        before = jedis.keys("*").stream().collect(toMap(key -> key, jedis::dump));
    }

    private void restore(CrashStage stage) {
        REDIS.jedis().flushAll();
        before.forEach((key, value) -> REDIS.jedis().restore(key, 0, value, RestoreParams.restoreParams()));
        stage.dress(iconBefore, bannerBefore);
    }

    private void write(String event, String dates) throws IOException {
        var place = repository.resolve(event);
        Files.createDirectories(place);
        Files.writeString(place.resolve("meta.md"), "---\n%s\n---\n\nAbout %s.\n".formatted(dates, event));
        for (var kind : AssetKind.values()) {
            var images = Files.createDirectories(place.resolve(kind.folder()));
            for (var i = 0; i < 3; i++) {
                Files.write(images.resolve(i + ".png"), TestImages.png(event + kind + i));
            }
        }
    }
}
