package dev.brandingbot.cog.daemon;

import dev.brandingbot.sync.SyncReport;
import java.time.Instant;
import java.util.Optional;

/**
 * The daemon's last check and its next one.
 *
 * @param last the last check, if any
 * @param failures the number of failed checks in a row
 * @param next the time of the next check; empty for now
 */
record DaemonState(Optional<DaemonStatus.Check> last, int failures, Optional<Instant> next) {
    static final DaemonState NONE = new DaemonState(Optional.empty(), 0, Optional.empty());

    /** Whether a check is due. A last check in the future means that the clock was set back. */
    boolean isDue(Instant now) {
        var wasSetBack = last.filter(check -> check.at().isAfter(now)).isPresent();
        return wasSetBack || next.filter(now::isBefore).isEmpty();
    }

    /** Returns the state while a check runs, and after one that threw an exception. */
    DaemonState failed(Instant at, CheckSchedule schedule) {
        return new DaemonState(
                Optional.of(new DaemonStatus.Check(at, Optional.empty())),
                failures + 1,
                Optional.of(schedule.next(at, failures + 1, Optional.empty())));
    }

    /** Returns the state after the check at {@code at} ended with {@code report}. */
    DaemonState succeeded(Instant at, SyncReport report, CheckSchedule schedule) {
        var inARow = report.isInSync() ? 0 : failures;
        return new DaemonState(
                Optional.of(new DaemonStatus.Check(at, Optional.of(report))),
                inARow,
                Optional.of(schedule.next(at, inARow, CheckSchedule.earliest(report))));
    }
}
