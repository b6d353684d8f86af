package dev.brandingbot.app.settings;

import java.util.Objects;

/** A token or password that does not appear in its own text, and so not in logs and messages. */
public final class Secret {
    private final String value;

    /** @param value the token or password */
    public Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** Returns the secret itself, to be sent. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
