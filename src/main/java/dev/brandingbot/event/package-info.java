/**
 * What an event is, and which one is on when. Values and pure functions: nothing here reads a clock, a file or a network,
 * and nothing outside the JDK is used, except by the rules in {@link dev.brandingbot.event.rule}. All dates are days in UTC.
 */
@NullMarked
package dev.brandingbot.event;

import org.jspecify.annotations.NullMarked;
