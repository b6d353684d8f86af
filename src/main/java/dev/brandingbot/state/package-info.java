/**
 * Everything the bot remembers, in Redis: one transaction per step, and only what Discord confirmed. Decides nothing.
 */
@NullMarked
package dev.brandingbot.state;

import org.jspecify.annotations.NullMarked;
