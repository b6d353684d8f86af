package dev.brandingbot.benchmark;

import dev.brandingbot.app.redis.RedisClients;
import dev.brandingbot.app.settings.RedisUrl;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.github.GitHubSource;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.sandbox.github.GitHubSettings;
import dev.brandingbot.state.RedisRepositoryCache;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Fetches a repository in its own process, first with a cold JVM, then repeatedly. Prints a line per kind of fetch: its median in ns,
 * a tab, and the number of requests.
 */
final class FetchProcess {
    private final AtomicInteger requests = new AtomicInteger();
    private final OkHttpClient http = new OkHttpClient.Builder()
            .addInterceptor(chain -> {
                requests.incrementAndGet();
                return chain.proceed(chain.request());
            })
            .build();
    private final String apiUrl;
    private final BrandingFolder folder;
    private final RedisRepositoryCache hash;
    private final int rounds;

    private FetchProcess(String apiUrl, BrandingFolder folder, RedisRepositoryCache hash, int rounds) {
        this.apiUrl = apiUrl;
        this.folder = folder;
        this.hash = hash;
        this.rounds = rounds;
    }

    /** @param arguments GitHub's URL, the repository's folder, Redis's URL, and the number of fetches */
    public static void main(String[] arguments) throws RepositoryUnavailableException {
        try (var redis = RedisClients.open(RedisUrl.parse(arguments[2]).orElseThrow())) {
            redis.flushAll();
            new FetchProcess(
                            arguments[0],
                            new BrandingFolder(Path.of(arguments[1])),
                            new RedisRepositoryCache(redis, GitHubSettings.REPOSITORY),
                            Integer.parseInt(arguments[3]))
                    .measure();
        }
        System.exit(0);
    }

    private record Look(long nanos, int requests) {}

    private void measure() throws RepositoryUnavailableException {
        print(List.of(look(repository())));
        var first = new ArrayList<Look>();
        var unchanged = new ArrayList<Look>();
        var restarted = new ArrayList<Look>();
        var edited = new ArrayList<Look>();
        for (var round = 0; round < rounds; round++) {
            hash.retain(List.of());
            var repository = repository();
            first.add(look(repository));
            unchanged.add(look(repository));
            restarted.add(look(repository()));
            folder.edit("Edited for the time " + round + ".");
            edited.add(look(repository));
        }
        List.of(first, unchanged, restarted, edited).forEach(FetchProcess::print);
    }

    private Look look(BrandingRepository repository) throws RepositoryUnavailableException {
        var before = requests.get();
        var begin = System.nanoTime();
        repository.fetch();
        return new Look(System.nanoTime() - begin, requests.get() - before);
    }

    private BrandingRepository repository() {
        var source = GitHubSource.builder(GitHubSettings.REPOSITORY)
                .apiUrl(HttpUrl.get(apiUrl))
                .token(Optional.of("sandbox"))
                .httpClient(http)
                .clock(Clock.systemUTC())
                .build();
        return new BrandingRepository(source, hash, Clock.systemUTC());
    }

    private static void print(List<Look> looks) {
        if (!looks.isEmpty()) {
            var nanos = looks.stream().mapToLong(Look::nanos).sorted().toArray();
            System.out.println(nanos[nanos.length / 2] + "\t" + looks.get(0).requests());
        }
    }

    /** A line that {@link #main} prints. */
    record Printed(Duration time, int requests) {
        static Printed parse(String line) {
            var parts = line.split("\t");
            return new Printed(Duration.ofNanos(Long.parseLong(parts[0])), Integer.parseInt(parts[1]));
        }

        String figure() {
            return "%s, %d %s".formatted(Median.seconds(time), requests, requests == 1 ? "request" : "requests");
        }
    }
}
