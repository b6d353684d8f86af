package dev.brandingbot.sandbox.github;

/** A request that GitHub refuses. */
final class GitHubException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    GitHubException(int status, String message) {
        super(message);
        this.status = status;
    }

    static GitHubException notFound() {
        return new GitHubException(404, "Not Found");
    }

    int status() {
        return status;
    }
}
