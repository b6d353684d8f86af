package dev.brandingbot.cog;

import java.time.Duration;
import java.util.Optional;

/**
 * The settings of the daemon.
 *
 * @param isOnByDefault whether the daemon is enabled until a moderator changes it
 * @param rotationInterval how long an asset stays before the next one in its rotation; zero for every check
 * @param checkEvery the interval between checks; empty to check only after midnight
 */
public record DaemonSettings(boolean isOnByDefault, Duration rotationInterval, Optional<Duration> checkEvery) {}
