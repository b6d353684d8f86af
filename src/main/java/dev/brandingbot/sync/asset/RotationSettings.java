package dev.brandingbot.sync.asset;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How assets take turns.
 *
 * @param interval how long an asset stays before the next one in its rotation; zero for every synchronisation
 * @param random draws the order of the rotations; used by one thread at a time
 */
public record RotationSettings(Duration interval, RandomGenerator random) {}
