/**
 * Everything that is remembered, in Redis: what Discord confirmed, never what was meant. One transaction per step, and
 * nothing is kept anywhere else, so a restart needs no warm-up.
 */
@NullMarked
package dev.brandingbot.state;

import org.jspecify.annotations.NullMarked;
