package dev.brandingbot.cog.daemon;

import dev.brandingbot.sync.SyncReport;
import java.time.Instant;
import java.util.Optional;

/**
 * What the daemon is about.
 *
 * @param isOn whether it looks at all
 * @param last its last look, where it had one
 * @param next when it looks next, where it is on
 */
public record DaemonStatus(boolean isOn, Optional<Check> last, Optional<Instant> next) {
    /**
     * One look.
     *
     * @param at when
     * @param report what came of it; nothing while it is under way, or where it ended in an error, which the log holds
     */
    public record Check(Instant at, Optional<SyncReport> report) {}
}
