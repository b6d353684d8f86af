package dev.brandingbot.app;

import java.util.Optional;

/** A place where settings are written down. */
interface SettingSource {
    /** What stands there for {@code setting}; an empty value counts as none. */
    Optional<Written> find(Setting setting);

    /**
     * A setting as somebody wrote it.
     *
     * @param text the value
     * @param place where it stands, completing "in …"
     */
    record Written(String text, String place) {}
}
