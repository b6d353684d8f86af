package dev.brandingbot.sync.asset;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The settings of the rotation.
 *
 * @param interval how long an asset stays before the next one; zero to rotate at every check
 * @param random determines the order of the rotations; used by one thread at a time
 */
public record RotationSettings(Duration interval, RandomGenerator random) {}
