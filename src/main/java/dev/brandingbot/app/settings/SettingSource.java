package dev.brandingbot.app.settings;

import java.util.Optional;

/** A source of settings, like the environment or a file. */
interface SettingSource {
    /** Returns the value of a setting; empty if it is not set or its value is empty. */
    Optional<Written> find(Setting setting);

    /**
     * A value that has not been parsed.
     *
     * @param text the value
     * @param place the source, which completes "in …"
     */
    record Written(String text, String place) {}
}
