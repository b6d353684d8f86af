package dev.brandingbot.sync;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.cache.RepositoryCache;
import dev.brandingbot.state.BrandingState;
import dev.brandingbot.state.Caller;
import dev.brandingbot.sync.asset.RotationRules;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.GuildAbilities;
import dev.brandingbot.sync.lock.LeaseRenewer;
import dev.brandingbot.sync.lock.LeasedTurns;
import dev.brandingbot.testing.InMemorySource;
import dev.brandingbot.testing.RedisExtension;
import dev.brandingbot.testing.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A synchroniser between a repository in memory, a real Redis and a guild in memory, on a clock that is set. */
public abstract class SynchroniserFixture {
    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final LeaseRenewer LEASES = new LeaseRenewer("locks");

    static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    public static final GuildAbilities PLAIN = new GuildAbilities(true, true, false, false, false, true);
    public static final Caller MODERATOR = new Caller(7, "sync");
    private static final long GUILD = 42;

    public final InMemorySource source = new InMemorySource();
    public final FakeGuild guild = new FakeGuild();
    final SettableClock clock = SettableClock.at(DAY);
    private final Random random = new Random(1);
    private Duration rotation = Duration.ofDays(3);
    private Synchroniser synchroniser;

    void rotateEvery(Duration interval) {
        rotation = interval;
        restart();
    }

    /** Forgets everything that is not in Redis. */
    void restart() {
        synchroniser = copy(guild);
    }

    /** Another copy of the bot, on the same Redis. */
    Synchroniser copy(BrandedGuild itsGuild) {
        return copy(itsGuild, new InMemoryRepositoryCache());
    }

    /** Another instance of the bot that remembers in {@code cache} what it has read. */
    Synchroniser copy(BrandedGuild itsGuild, RepositoryCache cache) {
        return new Synchroniser(
                new BrandingRepository(source, cache, clock),
                state(),
                itsGuild,
                new LeasedTurns(state(), LEASES),
                new RotationRules(rotation, random),
                clock);
    }

    public BrandingState state() {
        return new BrandingState(REDIS.jedis(), GUILD);
    }

    public Synchroniser synchroniser() {
        if (synchroniser == null) {
            restart();
        }
        return synchroniser;
    }

    public SyncReport synchronise() {
        return synchroniser().synchronise();
    }

    SyncReport.Synchronised synchronised() {
        return (SyncReport.Synchronised) synchronise();
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
