package dev.brandingbot.app.settings;

import java.util.Objects;

/** A token or password. Its {@code toString} hides the value, so that it does not appear in logs and messages. */
public final class Secret {
    private final String value;

    /** @param value the token or password */
    public Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** Returns the value. */
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
