package dev.brandingbot.sandbox.github;

/** Thrown for a request that GitHub rejects. */
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
