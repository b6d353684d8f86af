package dev.brandingbot.cog;

import java.time.Duration;
import java.util.Optional;

/**
 * When the cog acts by itself.
 *
 * @param isOnByDefault the daemon's switch as long as no moderator made a choice
 * @param rotationInterval how long an asset stays before the next one in its rotation; zero for every check
 * @param checkEvery how often the daemon looks between midnights; nothing for midnights only
 */
public record DaemonSettings(boolean isOnByDefault, Duration rotationInterval, Optional<Duration> checkEvery) {}
