package dev.brandingbot.sandbox.github;

/** A request that GitHub refuses. */
final class GitHubApiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    GitHubApiException(int status, String message) {
        super(message);
        this.status = status;
    }

    static GitHubApiException notFound() {
        return new GitHubApiException(404, "Not Found");
    }

    int status() {
        return status;
    }
}
