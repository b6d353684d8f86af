package dev.brandingbot.cog.daemon;

import dev.brandingbot.sync.SyncReport;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the daemon got.
 *
 * @param last its last look
 * @param failures how many looks in a row left something undone
 * @param next when it looks next; nothing for at once
 */
record DaemonState(Optional<DaemonStatus.Check> last, int failures, Optional<Instant> next) {
    static final DaemonState NONE = new DaemonState(Optional.empty(), 0, Optional.empty());

    /** Whether it is time to look; a last look in the future was made by a clock that has been set back since. */
    boolean isDue(Instant now) {
        var wasSetBack = last.filter(check -> check.at().isAfter(now)).isPresent();
        return wasSetBack || next.filter(now::isBefore).isEmpty();
    }

    /** This after a look that ended in an error, or did not end yet. */
    DaemonState failed(Instant at, CheckSchedule times) {
        return new DaemonState(
                Optional.of(new DaemonStatus.Check(at, Optional.empty())),
                failures + 1,
                Optional.of(times.next(at, failures + 1, Optional.empty())));
    }

    /** This after the look at {@code at} gave {@code report}. */
    DaemonState succeeded(Instant at, SyncReport report, CheckSchedule times) {
        var inARow = report.isInSync() ? 0 : failures;
        return new DaemonState(
                Optional.of(new DaemonStatus.Check(at, Optional.of(report))),
                inARow,
                Optional.of(times.next(at, inARow, CheckSchedule.earliest(report))));
    }
}
