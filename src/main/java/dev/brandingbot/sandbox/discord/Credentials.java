package dev.brandingbot.sandbox.discord;

/** The bot's token, and whether Discord still takes it. */
final class Credentials {
    private final String token;
    private volatile boolean isRevoked;

    Credentials(String token) {
        this.token = token;
    }

    boolean accepts(String candidate) {
        return !isRevoked && token.equals(candidate);
    }

    void revoke() {
        isRevoked = true;
    }

    void restore() {
        isRevoked = false;
    }
}
