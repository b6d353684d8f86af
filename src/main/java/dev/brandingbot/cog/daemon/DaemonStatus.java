package dev.brandingbot.cog.daemon;

import dev.brandingbot.sync.SyncReport;
import java.time.Instant;
import java.util.Optional;

/**
 * The status of the daemon for moderators.
 *
 * @param isOn whether the daemon is enabled
 * @param last the last check, if any
 * @param next the time of the next check; empty while the daemon is disabled
 */
public record DaemonStatus(boolean isOn, Optional<Check> last, Optional<Instant> next) {
    /**
     * A check.
     *
     * @param at when the overrides were changed
     * @param report the report; empty while the check runs and after an exception, which the log has
     */
    public record Check(Instant at, Optional<SyncReport> report) {}
}
