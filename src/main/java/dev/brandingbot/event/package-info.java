/**
 * What an event is, and which one is active on a day. Values and pure functions: no I/O and no clock. How dates are
 * written is in {@code event.date}.
 */
@NullMarked
package dev.brandingbot.event;

import org.jspecify.annotations.NullMarked;
