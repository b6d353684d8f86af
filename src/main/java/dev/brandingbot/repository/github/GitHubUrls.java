package dev.brandingbot.repository.github;

import okhttp3.HttpUrl;

/** The web URLs of a repository's files on GitHub. */
final class GitHubUrls {
    private static final String API = "api.";
    private static final String ENTERPRISE = "/api/v3";

    private final HttpUrl blobs;

    /**
     * @param apiUrl the base URL of the REST API: {@code https://api.github.com}, or on Enterprise
     *     {@code https://HOST/api/v3}
     * @param repository {@code owner/name}
     * @param branch the branch
     */
    GitHubUrls(HttpUrl apiUrl, String repository, String branch) {
        blobs = webBase(apiUrl)
                .addPathSegments(repository)
                .addPathSegment("blob")
                .addPathSegments(branch)
                .build();
    }

    private static HttpUrl.Builder webBase(HttpUrl apiUrl) {
        var host = apiUrl.host();
        var base = apiUrl.newBuilder().query(null);
        if (host.equals("api.github.com")) {
            return base.host(host.substring(API.length())).encodedPath("/");
        }
        return base.encodedPath(apiUrl.encodedPath().replaceFirst(ENTERPRISE + "/?$", "/"));
    }

    /** Returns the URL of a file's page. GitHub redirects it for folders. Safe to use in a Markdown link. */
    String blobUrl(String path) {
        var page = blobs.newBuilder();
        for (var name : path.split("/", -1)) {
            page.addPathSegment(name);
        }
        return page.build().toString().replace("(", "%28").replace(")", "%29");
    }
}
