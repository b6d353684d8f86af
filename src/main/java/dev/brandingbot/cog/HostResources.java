package dev.brandingbot.cog;

import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import redis.clients.jedis.UnifiedJedis;

/**
 * What a host lends to the cog; none of it is closed here.
 *
 * @param redis where everything is remembered
 * @param executor where all work is done; its threads wait for GitHub, Discord and Redis, so it should have two or more
 * @param clock what time it is
 * @param random draws the order of the rotations
 */
record HostResources(UnifiedJedis redis, ScheduledExecutorService executor, Clock clock, RandomGenerator random) {}
