package dev.brandingbot.repository;

import java.time.Instant;

/**
 * How many requests GitHub takes yet.
 *
 * @param remaining how many until {@code resetAt}
 * @param limit how many in an hour
 * @param resetAt when all of them may be sent again
 */
public record RequestsLeft(long remaining, long limit, Instant resetAt) {}
