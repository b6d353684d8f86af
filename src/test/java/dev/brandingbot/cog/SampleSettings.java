package dev.brandingbot.cog;

import dev.brandingbot.cog.announcement.AnnouncementHeader;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a host might want of the cog. */
public final class SampleSettings {
    private SampleSettings() {}

    /** Nothing is announced, reported or published. */
    public static CogConfig plain() {
        return with(Optional.empty(), Optional.empty(), 0);
    }

    public static CogConfig with(Optional<Long> changelogId, Optional<Long> modLogId, int scheduledEvents) {
        return new CogConfig(
                123,
                new AnnouncementSettings(changelogId, AnnouncementHeader.DEFAULT),
                Set.of(),
                new DaemonSettings(true, Duration.ZERO, Optional.empty()),
                modLogId,
                scheduledEvents);
    }
}
