package dev.brandingbot.sync;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.cache.RepositoryCache;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.state.Invoker;
import dev.brandingbot.sync.asset.RotationSettings;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.GuildCapabilities;
import dev.brandingbot.sync.lock.LeaseRenewer;
import dev.brandingbot.sync.lock.RedisGuildLockProvider;
import dev.brandingbot.testing.InMemorySource;
import dev.brandingbot.testing.RedisExtension;
import dev.brandingbot.testing.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A synchroniser between a repository in memory, a real Redis and a guild in memory, on a clock that is set. */
public abstract class BrandingSynchronizerFixture {
    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final LeaseRenewer LEASES = new LeaseRenewer("locks");

    static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    public static final GuildCapabilities PLAIN = new GuildCapabilities(true, true, false, false, false, true);
    public static final Invoker MODERATOR = new Invoker(7, "sync");
    private static final long GUILD = 42;

    public final InMemorySource source = new InMemorySource();
    public final FakeGuild guild = new FakeGuild();
    final SettableClock clock = SettableClock.at(DAY);
    private final Random random = new Random(1);
    private Duration rotation = Duration.ofDays(3);
    private BrandingSynchronizer synchroniser;

    void rotateEvery(Duration interval) {
        rotation = interval;
        restart();
    }

    /** Forgets everything that is not in Redis. */
    void restart() {
        synchroniser = copy(guild);
    }

    /** Another copy of the bot, on the same Redis. */
    BrandingSynchronizer copy(BrandedGuild itsGuild) {
        return copy(itsGuild, new InMemoryRepositoryCache());
    }

    /** Another instance of the bot that remembers in {@code cache} what it has read. */
    BrandingSynchronizer copy(BrandedGuild itsGuild, RepositoryCache cache) {
        return new BrandingSynchronizer(
                new BrandingRepository(source, cache, clock),
                state(),
                itsGuild,
                new RedisGuildLockProvider(state(), LEASES),
                new RotationSettings(rotation, random),
                clock);
    }

    public BrandingStore state() {
        return new BrandingStore(REDIS.jedis(), GUILD);
    }

    public BrandingSynchronizer synchroniser() {
        if (synchroniser == null) {
            restart();
        }
        return synchroniser;
    }

    public SyncReport synchronise() {
        return synchroniser().synchronize();
    }

    SyncReport.Synchronized synchronised() {
        return (SyncReport.Synchronized) synchronise();
    }

    SyncReport synchroniseOn(LocalDate day) {
        clock.set(day);
        return synchronise();
    }

    String banner() {
        return guild.shown(AssetKind.BANNER).orElse("none");
    }

    String icon() {
        return guild.shown(AssetKind.ICON).orElse("none");
    }
}
