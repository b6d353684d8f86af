package dev.brandingbot.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.cache.RepositoryCache;
import dev.brandingbot.repository.github.GitHubMockServer;
import dev.brandingbot.repository.github.GitHubSource;
import dev.brandingbot.repository.source.FolderSource;
import dev.brandingbot.repository.source.GitBlobHash;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random edits of a repository, looked at in several ways that must agree. */
class RepositoryEditsIT {
    private static final int EDITS = 40;
    private static final String[] SETTINGS = {
        "fallback: true",
        "start_date: May 1\nend_date: May 9",
        "start_date: May 5\nend_date: May 5",
        "start_date: soon",
        "["
    };

    private final OkHttpClient client = new OkHttpClient();

    @TempDir
    private Path folder;

    @Test
    void allSourcesAgreeAfterEveryEdit() throws Exception {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var files = BrandingFiles.sound();
        var cache = new InMemoryRepositoryCache();
        var local = new BrandingRepository(
                new FolderSource(folder, Clock.systemUTC()), new InMemoryRepositoryCache(), Clock.systemUTC());

        try (var github = new GitHubMockServer(files)) {
            var remote = repository(github, cache);
            Set<String> known = new HashSet<>();
            for (var i = 0; i < EDITS; i++) {
                edit(files, random);
                files.writeTo(folder);
                if (random.nextInt(5) == 0) {
                    remote = repository(github, cache);
                }

                var snapshot = remote.fetch();
                var metas = metaShas(files);
                var unknown = new HashSet<>(metas);
                unknown.removeAll(known);

                assertThat(snapshot).as("seed %d, edit %d", seed, i).isEqualTo(local.fetch());
                assertThat(github.drainTargets())
                        .as("seed %d, edit %d", seed, i)
                        .hasSize(1 + unknown.size());
                known = metas;
            }
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    private BrandingRepository repository(GitHubMockServer github, RepositoryCache cache) {
        return new BrandingRepository(
                GitHubSource.builder("owner/branding")
                        .apiUrl(github.url())
                        .httpClient(client)
                        .clock(Clock.systemUTC())
                        .build(),
                cache,
                Clock.systemUTC());
    }

    private static Set<String> metaShas(BrandingFiles files) {
        var shas = new HashSet<String>();
        files.all().forEach((path, bytes) -> {
            if (path.endsWith("/meta.md")) {
                shas.add(GitBlobHash.of(bytes));
            }
        });
        return shas;
    }

    private static void edit(BrandingFiles files, Random random) {
        var event = "event" + random.nextInt(6);
        var settings = SETTINGS[random.nextInt(SETTINGS.length)];
        switch (random.nextInt(6)) {
            case 0 -> files.withEvent(event, settings);
            case 1 -> files.without("events/" + event);
            case 2 -> files.with("events/" + event + "/meta.md", "---\n" + settings + "\n---\n" + random.nextInt(3));
            case 3 -> files.with("events/" + event + "/banners/more.png", BrandingFiles.banner("" + random.nextInt(9)));
            case 4 -> files.without("events/" + event + "/server_icons");
            default -> files.with("README.md", "" + random.nextInt());
        }
    }
}
