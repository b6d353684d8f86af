package dev.brandingbot.app.settings;

import java.util.Optional;

/** A place where settings are written. */
interface SettingSource {
    /** Returns what is written for {@code setting}; empty if that is nothing or an empty value. */
    Optional<Written> find(Setting setting);

    /**
     * A setting as it is written.
     *
     * @param text the value
     * @param place where it is written, completing "in …"
     */
    record Written(String text, String place) {}
}
