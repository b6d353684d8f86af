package dev.brandingbot.app;

import java.util.Objects;

/** A token or a password: it can be used, and never shows up in a log line or a message by accident. */
public final class Secret {
    private final String value;

    /** @param value what is kept secret */
    public Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** The secret itself, for the one who has to send it. */
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
