package dev.brandingbot.sandbox.github;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.server.FakeHttpServer;
import dev.brandingbot.sandbox.server.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Base64;
import java.util.Optional;

/** The repository's trees and blobs: {@code /repos/{owner}/{name}/git}. */
final class GitRoutes {
    private static final int MAX_ENTRIES = 100_000;

    private final GitHubSettings settings;
    private final FolderRepository folder;
    private volatile int maxEntries = MAX_ENTRIES;

    GitRoutes(GitHubSettings settings) {
        this.settings = settings;
        this.folder = new FolderRepository(settings.folder());
    }

    void addTo(RoutesConfig routes) {
        routes.get("/repos/{owner}/{name}", this::repository);
        routes.get("/repos/{owner}/{name}/git/trees/<ref>", this::tree);
        routes.get("/repos/{owner}/{name}/git/blobs/{sha}", this::blob);
    }

    void truncateTreesAfter(int entries) {
        maxEntries = entries;
    }

    private void repository(Context request) {
        checkName(request);
        var repository = Json.object().put("full_name", settings.repository()).put("private", false);
        answer(request, repository.put("default_branch", settings.branch()));
    }

    private void tree(Context request) {
        checkName(request);
        var root = folder.tree();
        var ref = request.pathParam("ref");
        var tree = ref.equals(settings.branch()) || ref.equals("heads/" + settings.branch())
                ? Optional.of(root)
                : root.find(ref);
        answer(request, json(tree.orElseThrow(GitHubApiException::notFound), request.queryParam("recursive") != null));
    }

    /** Any value of {@code recursive} means true, even 0. */
    private ObjectNode json(GitTree tree, boolean isRecursive) {
        var located = isRecursive
                ? tree.walk("").toList()
                : tree.entries().stream()
                        .map(entry -> new GitTree.Located(entry.name(), entry))
                        .toList();
        var json = Json.object().put("sha", tree.sha());
        var entries = json.putArray("tree");
        var max = maxEntries;
        located.stream().limit(max).map(GitRoutes::json).forEach(entries::add);
        return json.put("truncated", located.size() > max);
    }

    private static ObjectNode json(GitTree.Located located) {
        var entry = located.entry();
        var json = Json.object().put("path", located.path()).put("mode", entry.mode());
        json.put("type", entry.type()).put("sha", entry.sha());
        return entry.type().equals("blob") ? json.put("size", entry.size()) : json;
    }

    private void blob(Context request) {
        checkName(request);
        var sha = request.pathParam("sha");
        var content = folder.blob(sha).orElseThrow(GitHubApiException::notFound);
        if (Optional.ofNullable(request.header("Accept")).orElse("").contains("raw")) {
            tag(request, sha);
            request.contentType("application/vnd.github.raw+json; charset=utf-8")
                    .result(content);
        } else {
            var json = Json.object().put("sha", sha).put("size", content.length);
            json.put("encoding", "base64")
                    .put("content", Base64.getMimeEncoder().encodeToString(content));
            answer(request, json);
        }
    }

    /** GitHub ignores case in names. */
    private void checkName(Context request) {
        var asked = request.pathParam("owner") + "/" + request.pathParam("name");
        if (!asked.equalsIgnoreCase(settings.repository())) {
            throw GitHubApiException.notFound();
        }
    }

    private static void answer(Context request, ObjectNode json) {
        var etag = tag(request, GitObject.sha("blob", Json.bytes(json)));
        var known = Optional.ofNullable(request.header("If-None-Match")).orElse("");
        if (known.equals(etag)) {
            request.status(304);
        } else {
            FakeHttpServer.respond(request, 200, json);
        }
    }

    /** Sets and returns an ETag, which depends on the token. */
    private static String tag(Context request, String content) {
        var who = Optional.ofNullable(request.header("Authorization")).orElse("");
        var etag = "W/\"" + Integer.toHexString(who.hashCode()) + content + "\"";
        request.header("ETag", etag);
        return etag;
    }
}
