package dev.brandingbot.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.guild.GuildCapabilities;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two copies of the bot on one Redis, serving one guild. */
class TwoInstancesIT extends BrandingSynchronizerFixture {
    private static final String TURN = "branding:{42}:lease:turn";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch isUploading = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    @Test
    void actOneAfterTheOtherAndAnnounceOnce() throws Exception {
        source.fallback("evergreen").event("pride", "June 1", "June 30");
        holdUploads();
        var one = CompletableFuture.supplyAsync(() -> copy(guild).synchronize());
        isUploading.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        var other = CompletableFuture.supplyAsync(() -> copy(guild).synchronize());
        mayGoOn.countDown();

        assertThat(one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).isInSync()).isTrue();
        assertThat(other.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).isInSync()).isTrue();
        assertThat(guild.requests()).hasSize(1);
        assertThat(guild.announced()).containsExactly("events/pride");
    }

    @Test
    void leaveTheGuildToTheOtherWhenFrozenBeforeAnUpload() {
        source.fallback("evergreen").event("pride", "June 1", "June 30");
        var frozen = copy(new FreezingGuild(TwoInstancesIT::loseTurn, () -> {}));

        var report = frozen.synchronize();

        assertThat(report.summaryLines())
                .singleElement()
                .asString()
                .contains("Another instance of the bot is updating this server");
        assertThat(guild.requests()).isEmpty();
    }

    @Test
    void putRightWhatAFrozenOneChangedTooLate() {
        source.fallback("evergreen").event("pride", "June 1", "June 30");
        var frozen = copy(new FreezingGuild(() -> {}, () -> {
            loseTurn();
            clock.set(DAY.plusMonths(2));
            copy(guild).synchronize();
        }));

        var late = frozen.synchronize();
        var repaired = copy(guild).synchronize();

        assertThat(late).isInstanceOf(SyncReport.NotDecided.class);
        assertThat(repaired.isInSync()).isTrue();
        assertThat(icon()).contains("evergreen");
        assertThat(state().read().event())
                .hasValueSatisfying(event -> assertThat(event.path()).contains("evergreen"));
        assertThat(guild.announced()).isEmpty();
    }

    @Test
    void takeTheTurnOfOneThatEndedWithoutGivingItUp() {
        source.fallback("evergreen");
        state().lease("turn", "killed", Duration.ofMillis(300)).tryAcquire();

        var report = copy(guild).synchronize();

        assertThat(report.isInSync()).isTrue();
    }

    @Test
    void keepATurnForAsLongAsItIsUsed() throws Exception {
        source.fallback("evergreen");
        holdUploads();
        var one = CompletableFuture.supplyAsync(() -> copy(guild).synchronize());
        isUploading.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        REDIS.jedis().pexpire(TURN, 6_000);

        await().atMost(PATIENCE).until(() -> REDIS.jedis().pttl(TURN) > 10_000);

        mayGoOn.countDown();
        assertThat(one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).isInSync()).isTrue();
    }

    private void holdUploads() {
        guild.answerWith((images, reason) -> {
            isUploading.countDown();
            try {
                mayGoOn.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new DiscordResult.Success();
        });
    }

    /** What Redis does when nobody renews it. */
    private static void loseTurn() {
        REDIS.jedis().del(TURN);
    }

    /** The guild of a copy that is frozen before its first request, and after Discord has done it. */
    private final class FreezingGuild implements BrandedGuild {
        private final Runnable before;
        private final Runnable after;

        FreezingGuild(Runnable before, Runnable after) {
            this.before = before;
            this.after = after;
        }

        @Override
        public GuildCapabilities capabilities() {
            before.run();
            return guild.capabilities();
        }

        @Override
        public DiscordResult applyAssets(Map<AssetKind, AssetImage> images, String reason) {
            after.run();
            return guild.applyAssets(images, reason);
        }

        @Override
        public Optional<Map<AssetKind, String>> imageHashes(Map<AssetKind, String> expected) {
            return guild.imageHashes(expected);
        }

        @Override
        public DiscordResult announce(Announcement announcement) {
            return guild.announce(announcement);
        }
    }
}
