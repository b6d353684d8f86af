package dev.brandingbot.sandbox.discord.model;

/** The bot's token, which can be revoked. Thread-safe. */
public final class Credentials {
    private final String token;
    private volatile boolean isRevoked;

    public Credentials(String token) {
        this.token = token;
    }

    public boolean accepts(String candidate) {
        return !isRevoked && token.equals(candidate);
    }

    public void revoke() {
        isRevoked = true;
    }

    public void restore() {
        isRevoked = false;
    }
}
