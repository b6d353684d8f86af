package dev.brandingbot.repository.github;

import okhttp3.HttpUrl;

/** The addresses of a repository's pages on GitHub, as people open them. */
final class GitHubUrls {
    private static final String API = "api.";
    private static final String ENTERPRISE = "/api/v3";

    private final HttpUrl blobs;

    /**
     * @param apiUrl GitHub's REST base: {@code https://api.github.com}, or on Enterprise {@code https://HOST/api/v3}
     * @param repository {@code owner/name}
     * @param branch the branch
     */
    GitHubUrls(HttpUrl apiUrl, String repository, String branch) {
        blobs = web(apiUrl)
                .addPathSegments(repository)
                .addPathSegment("blob")
                .addPathSegments(branch)
                .build();
    }

    private static HttpUrl.Builder web(HttpUrl apiUrl) {
        var host = apiUrl.host();
        var base = apiUrl.newBuilder().query(null);
        if (host.equals("api.github.com")) {
            return base.host(host.substring(API.length())).encodedPath("/");
        }
        return base.encodedPath(apiUrl.encodedPath().replaceFirst(ENTERPRISE + "/?$", "/"));
    }

    /** The page of a file, or of a folder, to which GitHub leads on. It stands in Markdown as it is. */
    String blobUrl(String path) {
        var page = blobs.newBuilder();
        for (var name : path.split("/", -1)) {
            page.addPathSegment(name);
        }
        return page.build().toString().replace("(", "%28").replace(")", "%29");
    }
}
