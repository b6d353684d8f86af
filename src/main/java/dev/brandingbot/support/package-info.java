/**
 * Small, general classes that every package may use: text, suggestions, backoff, sliding windows, bounded executors.
 * Nothing in here knows events, repositories or Discord.
 */
@NullMarked
package dev.brandingbot.support;

import org.jspecify.annotations.NullMarked;
