package dev.brandingbot.sandbox.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.sandbox.server.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeGitHubIT {
    /** What {@code git write-tree} says about the folder that {@link #start} makes. */
    private static final String ROOT_SHA = "083c690575e3ba50906db2b55ed436f27710c9f6";

    private static final String META_SHA = "74853fb7e0ebd3e1de8eeb47562503a69f0c31c9";

    private final OkHttpClient client = new OkHttpClient();

    @TempDir
    private Path folder;

    private FakeGitHub github;

    @BeforeEach
    void start() throws IOException {
        write("events/easter/meta.md", "start");
        write("events/easter/banners/a.png", "png");
        write("events.d/x", "x");
        Files.setPosixFilePermissions(write("run.sh", "run"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(folder.resolve("events/empty"));
        Files.createSymbolicLink(folder.resolve("events/link"), Path.of("../events.d"));
        github = FakeGitHub.start(GitHubSettings.of(folder).withToken("secret"));
    }

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void namesTreesAndBlobsAsGitDoes() throws IOException {
        var tree = get("/git/trees/main?recursive=1");

        assertThat(tree.json().path("sha").asText()).isEqualTo(ROOT_SHA);
        assertThat(tree.json().path("truncated").asBoolean()).isFalse();
        assertThat(tree.json().path("tree"))
                .extracting(entry -> entry.path("path").asText() + " "
                        + entry.path("mode").asText() + " " + entry.path("type").asText())
                .containsExactly(
                        "events.d 040000 tree",
                        "events.d/x 100644 blob",
                        "events 040000 tree",
                        "events/easter 040000 tree",
                        "events/easter/banners 040000 tree",
                        "events/easter/banners/a.png 100644 blob",
                        "events/easter/meta.md 100644 blob",
                        "events/link 120000 blob",
                        "run.sh 100755 blob");
    }

    @Test
    void listsAFolderWithARepositoryOfItsOwnAsASubmodule() throws IOException {
        write("events/module/.git", "gitdir: elsewhere");
        write("events/module/meta.md", "not seen");

        assertThat(get("/git/trees/main?recursive=1").json().path("tree"))
                .extracting(entry -> entry.path("path").asText() + " "
                        + entry.path("mode").asText() + " " + entry.path("type").asText() + " " + entry.has("size"))
                .filteredOn(entry -> entry.startsWith("events/module"))
                .containsExactly("events/module 160000 commit false");
    }

    @Test
    void givesBlobsByTheirSha() throws IOException {
        var raw = get("/git/blobs/" + META_SHA, Map.of("Accept", "application/vnd.github.raw+json"));

        assertThat(raw.body()).asString(StandardCharsets.UTF_8).isEqualTo("start");
        assertThat(get("/git/blobs/" + META_SHA).json().path("content").asText().strip())
                .isEqualTo("c3RhcnQ=");
        assertThat(get("/git/blobs/" + ROOT_SHA).status()).isEqualTo(404);
    }

    @Test
    void walksTruncatedTrees() throws IOException {
        github.truncateTreesAfter(2);

        var truncated = get("/git/trees/main?recursive=1");
        var top = get("/git/trees/main").json().path("tree").get(1);
        var below = get("/git/trees/" + top.path("sha").asText());

        assertThat(truncated.json().path("truncated").asBoolean()).isTrue();
        assertThat(truncated.json().path("tree")).hasSize(2);
        assertThat(below.json().path("tree"))
                .extracting(entry -> entry.path("path").asText())
                .containsExactly("easter", "link");
    }

    @Test
    void answersNotModifiedUntilAFileChanges() throws IOException {
        var first = get("/git/trees/main?recursive=1");
        var known = Map.of("If-None-Match", first.header("ETag"));

        assertThat(get("/git/trees/main?recursive=1", known).status()).isEqualTo(304);

        write("events/easter/meta.md", "other");
        var changed = get("/git/trees/main?recursive=1", known);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("sha").asText()).isNotEqualTo(ROOT_SHA);
    }

    @Test
    void chargesNotModifiedOnlyWithoutAToken() throws IOException {
        var authorized = Map.of("Authorization", "Bearer secret");
        var etag = get("/git/trees/main", authorized).header("ETag");
        var anonymousEtag = get("/git/trees/main").header("ETag");

        var free = get("/git/trees/main", Map.of("Authorization", "Bearer secret", "If-None-Match", etag));
        var charged = get("/git/trees/main", Map.of("If-None-Match", anonymousEtag));

        assertThat(free.status()).isEqualTo(304);
        assertThat(free.header("x-ratelimit-remaining")).isEqualTo("4999");
        assertThat(charged.status()).isEqualTo(304);
        assertThat(charged.header("x-ratelimit-remaining")).isEqualTo("58");
        assertThat(anonymousEtag).isNotEqualTo(etag);
    }

    @Test
    void refusesWhenRequestsAreUsedUp() throws IOException {
        github.setRemainingRequests(1);

        assertThat(get("/git/trees/main").status()).isEqualTo(200);
        var refused = get("/git/trees/main");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("x-ratelimit-remaining")).isEqualTo("0");
        assertThat(refused.header("x-ratelimit-reset")).isNotEmpty();
    }

    @Test
    void refusesAWrongTokenAndUnknownNames() throws IOException {
        assertThat(get("/git/trees/main", Map.of("Authorization", "Bearer other"))
                        .status())
                .isEqualTo(401);
        assertThat(get("/git/trees/gone").status()).isEqualTo(404);
        assertThat(ask(github.apiUrl() + "/repos/some/other/git/trees/main", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(ask(github.apiUrl() + "/nowhere", Map.of())
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("Not Found");
        github.expireToken();
        assertThat(get("/git/trees/main", Map.of("Authorization", "Bearer secret"))
                        .status())
                .isEqualTo(401);
    }

    private Path write(String path, String content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private Answer get(String path) throws IOException {
        return get(path, Map.of());
    }

    private Answer get(String path, Map<String, String> headers) throws IOException {
        return ask(github.apiUrl() + "/repos/" + github.repository() + path, headers);
    }

    private Answer ask(String url, Map<String, String> headers) throws IOException {
        var request =
                new Request.Builder().url(url).headers(Headers.of(headers)).build();
        try (var response = client.newCall(request).execute()) {
            return new Answer(
                    response.code(), response.headers(), response.body().bytes());
        }
    }

    private record Answer(int status, Headers headers, byte[] body) {
        JsonNode json() {
            return Json.parseOrMissing(body);
        }

        String header(String name) {
            var value = headers.get(name);
            return value == null ? "" : value;
        }
    }
}
