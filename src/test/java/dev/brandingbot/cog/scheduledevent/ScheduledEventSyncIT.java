package dev.brandingbot.cog.scheduledevent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.cog.modlog.Alert;
import dev.brandingbot.cog.modlog.AlertSnapshot;
import dev.brandingbot.event.CalendarOverrides;
import dev.brandingbot.event.Skip;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.image.format.ImageType;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.lock.GuildLock;
import dev.brandingbot.sync.lock.GuildLockProvider;
import dev.brandingbot.testing.InMemorySource;
import dev.brandingbot.testing.RedisExtension;
import dev.brandingbot.testing.SettableClock;
import dev.brandingbot.testing.TestImages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is published, with what is remembered of it in a real Redis. */
class ScheduledEventSyncIT {
    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    private final SettableClock clock = SettableClock.at(LocalDate.of(2027, 5, 20));
    private final InMemorySource source = new InMemorySource();
    private final BrandingRepository repository = new BrandingRepository(source, new InMemoryRepositoryCache(), clock);
    private final FakeBoard board = new FakeBoard();
    private BrandingStore state;
    private boolean isInTurn = true;

    @BeforeEach
    void open() {
        state = new BrandingStore(redis.jedis(), 123);
        source.fallback("evergreen").event("pride", "June 1", "June 30").event("halloween", "October 25", "October 31");
    }

    @Test
    void publishesOnceAndThenAsksNothingMoreThatDay() throws Exception {
        keep(2);
        keep(2);
        var requests = board.lists;
        keep(2);
        clock.set(LocalDate.of(2027, 5, 21));
        keep(2);

        assertThat(board.names()).containsExactly("Pride", "Halloween");
        assertThat(requests).isEqualTo(2);
        assertThat(board.lists).isEqualTo(3);
        assertThat(board.made).isEqualTo(2);
    }

    @Test
    void makesNoneTwiceWhenItEndedBeforeItCouldNoteWhatItMade() throws Exception {
        board.isKilledBeforeItTells = true;
        keep(2);
        board.isKilledBeforeItTells = false;
        keep(2);

        assertThat(board.names()).containsExactlyInAnyOrder("Pride", "Halloween");
        assertThat(board.made).isEqualTo(2);
        assertThat(PublishedEventRegistry.read(state.values(ScheduledEventSync.STATE_NAME))
                        .ids())
                .hasSize(2);
    }

    @Test
    void publishesNoEventThatOthersHideOnAllOfItsDays() throws Exception {
        source.event("week", "June 4", "June 10").meta("week", "start_date: June 4\nend_date: June 10\npriority: 1");
        source.event("hidden", "June 5", "June 6");

        keep(3);
        keep(3);

        assertThat(board.names()).containsExactly("Pride", "Week", "Halloween");
    }

    @Test
    void removesAPublishedEventThatOthersHideNow() throws Exception {
        source.event("hidden", "June 5", "June 6");
        keep(2);
        source.meta("pride", "start_date: June 1\nend_date: June 30\npriority: 1");

        keep(2);
        keep(2);

        assertThat(board.names()).containsExactlyInAnyOrder("Pride", "Halloween");
    }

    @Test
    void goesOnInTheNextRoundWhereMuchIsToBeDone() throws Exception {
        for (var day = 1; day <= 8; day++) {
            source.event("july_" + day, "July " + day, "July " + day);
        }

        keep(10);
        var first = board.made;
        keep(10);

        assertThat(first).isEqualTo(5);
        assertThat(board.made).isEqualTo(10);
    }

    @Test
    void stopsWhereAnotherCopyHasTakenOver() throws Exception {
        isInTurn = false;

        assertThat(keep(2).orElseThrow().alerts()).isNotEmpty();
        assertThat(board.made).isZero();
    }

    @Test
    void saysWhichPermissionIsMissing() throws Exception {
        board.obstacle = Optional.of("No permission");

        assertThat(keep(2).orElseThrow().alerts()).extracting(Alert::text).containsExactly("No permission");
        assertThat(board.lists).isZero();
    }

    @Test
    void waitsWithACoverThatCannotBeFetched() throws Exception {
        var snapshot = repository.fetch();
        source.failBlobs(true);
        var troubled = events(2).synchronize(snapshot);
        source.failBlobs(false);
        events(2).synchronize(snapshot);

        assertThat(troubled.orElseThrow().alerts()).hasSize(1);
        assertThat(board.names()).containsExactly("Pride", "Halloween");
        assertThat(board.covers).hasSize(2);
    }

    @Test
    void takesAStillImageForTheCover() throws Exception {
        source.remove("pride/banners/banner.png").put("pride/banners/b.gif", TestImages.animatedGif("b"));

        keep(1);

        assertThat(board.covers).singleElement().satisfies(cover -> {
            assertThat(cover.type()).isEqualTo(ImageType.PNG);
            assertThat(cover.isAnimated()).isFalse();
        });
    }

    @Test
    void changesTheCoverOnceWhenTheBannerChanges() throws Exception {
        keep(2);

        source.put("pride/banners/banner.png", TestImages.banner("another"));
        keep(2);
        keep(2);

        assertThat(board.covers).hasSize(3);
        assertThat(board.covers.get(2).asset().sha()).isEqualTo(source.sha("pride/banners/banner.png"));
        assertThat(board.made).isEqualTo(2);
    }

    @Test
    void sendsWhatDiscordRejectedOnceADay() throws Exception {
        var events = events(2);
        board.rejected = Set.of("Pride");
        var first = events.synchronize(repository.fetch());
        events.synchronize(repository.fetch());
        var requests = board.lists + board.creations;
        var later = events.synchronize(repository.fetch());

        assertThat(board.lists + board.creations).isEqualTo(requests);
        assertThat(first.orElseThrow().alerts()).isEqualTo(later.orElseThrow().alerts());
        assertThat(later.orElseThrow().alerts())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.text())
                        .isEqualTo("Discord rejected **Pride**: Not this one. The bot will retry tomorrow, or as"
                                + " soon as the event changes."));
        assertThat(board.names()).containsExactly("Halloween");
    }

    @Test
    void sendsWhatDiscordRejectedAgainTheNextDayAndWhenItChanges() throws Exception {
        var events = events(2);
        board.rejected = Set.of("Pride");
        events.synchronize(repository.fetch());
        source.event("pride", "June 2", "June 30");
        events.synchronize(repository.fetch());
        var afterChange = board.creations;
        board.rejected = Set.of();
        clock.set(LocalDate.of(2027, 5, 21));

        assertThat(events.synchronize(repository.fetch()).orElseThrow().alerts())
                .isEmpty();
        assertThat(afterChange).isEqualTo(3);
        assertThat(board.names()).containsExactlyInAnyOrder("Pride", "Halloween");
    }

    @Test
    void removesAnEventThatModeratorsLeaveOutAndPublishesTheOneAfterIt() throws Exception {
        source.event("easter", "April 4", "April 5");
        keep(2);

        var june = new DateRange(LocalDate.of(2027, 6, 1), LocalDate.of(2027, 6, 30));
        state.writeOverrides(CalendarOverrides.EMPTY.withSkip(new Skip("events/pride", june)), List.of());
        keep(2);

        assertThat(board.names()).containsExactly("Halloween", "Easter");
    }

    private Optional<AlertSnapshot> keep(int count) throws RepositoryUnavailableException {
        return events(count).synchronize(repository.fetch());
    }

    private ScheduledEventSync events(int count) {
        GuildLockProvider turns = () -> Optional.of(new GuildLock(state, () -> isInTurn, () -> {}));
        return new ScheduledEventSync(count, () -> Optional.of(board), new CoverImages(repository), turns, clock);
    }

    /** A board in memory. */
    private static final class FakeBoard implements ScheduledEventGateway {
        private final List<PublishedEvent> events = new ArrayList<>();
        private final List<AssetImage> covers = new ArrayList<>();
        private Optional<String> obstacle = Optional.empty();
        private boolean isKilledBeforeItTells;
        private Set<String> rejected = Set.of();
        private int lists;
        private int creations;
        private int made;

        @Override
        public Optional<String> blockingReason() {
            return obstacle;
        }

        @Override
        public DiscordResult list(Consumer<List<PublishedEvent>> found) {
            lists++;
            found.accept(List.copyOf(events));
            return new DiscordResult.Success();
        }

        @Override
        public DiscordResult create(DesiredEvent event, Instant now, Optional<AssetImage> cover, LongConsumer id) {
            creations++;
            if (rejected.contains(event.name())) {
                return new DiscordResult.Rejected("Not this one.");
            }
            made++;
            cover.ifPresent(covers::add);
            events.add(
                    new PublishedEvent(made, event.name(), event.description(), event.start(now), event.end(), false));
            if (isKilledBeforeItTells) {
                return new DiscordResult.Failed("Killed");
            }
            id.accept(made);
            return new DiscordResult.Success();
        }

        @Override
        public DiscordResult change(PublishedEvent published, DesiredEvent event, Instant now) {
            remove(published.id());
            events.add(new PublishedEvent(
                    published.id(), event.name(), event.description(), event.start(now), event.end(), false));
            return new DiscordResult.Success();
        }

        @Override
        public DiscordResult setCover(long id, AssetImage cover) {
            covers.add(cover);
            return new DiscordResult.Success();
        }

        @Override
        public DiscordResult remove(long id) {
            events.removeIf(event -> event.id() == id);
            return new DiscordResult.Success();
        }

        List<String> names() {
            return events.stream().map(PublishedEvent::name).toList();
        }
    }
}
