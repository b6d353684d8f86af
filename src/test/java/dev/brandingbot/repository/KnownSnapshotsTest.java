package dev.brandingbot.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.cache.RepositoryCache;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.testing.InMemorySource;
import dev.brandingbot.testing.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is known of a repository between fetches, and how often it is read for that. */
class KnownSnapshotsTest {
    private final SettableClock clock = SettableClock.at(LocalDate.of(2027, 6, 1));
    private final InMemorySource source = new InMemorySource().event("pride", "June 1", "June 30");
    private final CountingCache cache = new CountingCache();

    @Test
    void readsCacheOnceAfterStart() throws Exception {
        repository().fetch();
        var started = repository();
        cache.read.clear();
        cache.manyRead = 0;

        for (var i = 0; i < 10; i++) {
            assertThat(paths(started)).containsExactly("events/pride");
        }

        assertThat(cache.read).containsOnlyOnce("tree");
        assertThat(cache.manyRead).as("files and images").isLessThanOrEqualTo(2);
    }

    @Test
    void doesNotReadCacheAfterFetch() throws Exception {
        var repository = repository();
        repository.fetch();
        repository.lastSnapshot();
        cache.read.clear();

        for (var i = 0; i < 10; i++) {
            assertThat(paths(repository)).containsExactly("events/pride");
        }

        assertThat(cache.read).containsOnly("version").hasSize(10);
    }

    @Test
    void isEmptyBeforeTheFirstFetch() {
        assertThat(repository().lastSnapshot()).isEmpty();
    }

    @Test
    void updatesAfterFetchOfAnotherInstance() throws Exception {
        var other = repository();
        other.fetch();
        var repository = repository();
        repository.fetch();
        repository.lastSnapshot();

        source.event("halloween", "October 31", "October 31");
        other.fetch();

        assertThat(paths(repository)).containsExactly("events/halloween", "events/pride");
        cache.read.clear();
        assertThat(paths(repository)).containsExactly("events/halloween", "events/pride");
        assertThat(cache.read).containsExactly("version");
    }

    @Test
    void updatesAfterOwnFetch() throws Exception {
        var repository = repository();
        repository.fetch();
        repository.lastSnapshot();

        source.event("halloween", "October 31", "October 31");
        repository.fetch();

        assertThat(paths(repository)).containsExactly("events/halloween", "events/pride");
    }

    @Test
    void updatesAfterRemoval() throws Exception {
        source.event("halloween", "October 31", "October 31");
        var repository = repository();
        repository.fetch();
        repository.lastSnapshot();

        source.remove("halloween");
        repository.fetch();

        assertThat(paths(repository)).containsExactly("events/pride");
    }

    @Test
    void updatesAfterAnotherInstanceChecksImage() throws Exception {
        var other = repository();
        source.put("pride/banners/second.png", "no image");
        var snapshot = other.fetch();
        var repository = repository();
        assertThat(repository.lastSnapshot().orElseThrow().findings())
                .extracting(Finding::path)
                .doesNotContain("events/pride/banners/second.png");

        for (var asset : snapshot.events().get(0).banners()) {
            other.fetchImage(asset);
        }

        assertThat(repository.lastSnapshot().orElseThrow().findings())
                .extracting(Finding::path)
                .contains("events/pride/banners/second.png");
    }

    @Test
    void updatesAfterAnotherInstanceChecksImageOfOwnFetch() throws Exception {
        source.put("pride/banners/banner.png", "no image");
        var repository = repository();
        var other = repository();
        var banner = repository.fetch().events().get(0).banners().get(0);
        repository.lastSnapshot();
        other.fetch();

        other.fetchImage(banner);

        assertThat(repository.lastSnapshot().orElseThrow().invalidEvents()).containsExactly("events/pride");
    }

    @Test
    void updatesAfterImageCheck() throws Exception {
        source.put("pride/banners/banner.png", "no image");
        var repository = repository();
        var banner = repository.fetch().events().get(0).banners().get(0);
        repository.lastSnapshot();

        repository.fetchImage(banner);

        assertThat(repository.lastSnapshot().orElseThrow().invalidEvents()).containsExactly("events/pride");
    }

    @Test
    void updatesOnNewDay() throws Exception {
        repository().fetch();
        var repository = repository();
        repository.lastSnapshot();
        clock.advance(Duration.ofDays(1));
        cache.read.clear();

        repository.lastSnapshot();
        repository.lastSnapshot();

        assertThat(cache.read).containsOnlyOnce("tree");
    }

    @Test
    void acceptsCacheOfEarlierBotVersion() throws Exception {
        repository().fetch();
        cache.dropVersion();
        var repository = repository();
        assertThat(paths(repository)).containsExactly("events/pride");
        repository.fetch();
        repository.lastSnapshot();
        cache.read.clear();

        repository.lastSnapshot();

        assertThat(cache.read).containsExactly("version");
    }

    private BrandingRepository repository() {
        return new BrandingRepository(source, cache, clock);
    }

    private static List<String> paths(BrandingRepository repository) {
        return repository.lastSnapshot().orElseThrow().events().stream()
                .map(BrandingEvent::path)
                .toList();
    }

    /** Notes which fields are read. */
    private static final class CountingCache implements RepositoryCache {
        private final InMemoryRepositoryCache cache = new InMemoryRepositoryCache();
        private final List<String> read = new ArrayList<>();
        private final Set<String> kept = new HashSet<>();
        private int manyRead;

        @Override
        public Optional<byte[]> get(String field) {
            read.add(field);
            return cache.get(field);
        }

        @Override
        public Map<String, byte[]> getAll(Collection<String> fields) {
            manyRead++;
            return cache.getAll(fields);
        }

        @Override
        public void putAll(Map<String, byte[]> fields) {
            fields.keySet().stream().filter(field -> !field.equals("version")).forEach(kept::add);
            cache.putAll(fields);
        }

        @Override
        public void retain(Collection<String> fields) {
            cache.retain(fields);
        }

        private void dropVersion() {
            cache.retain(kept);
        }
    }
}
