package dev.brandingbot.cog;

import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import redis.clients.jedis.UnifiedJedis;

/**
 * The resources of the host that the cog uses and never closes.
 *
 * @param redis the client for the state
 * @param executor runs all work; its threads block on GitHub, Discord and Redis, so it should have two or more
 * @param clock the current time
 * @param random determines the order of the rotations
 */
record HostResources(UnifiedJedis redis, ScheduledExecutorService executor, Clock clock, RandomGenerator random) {}
