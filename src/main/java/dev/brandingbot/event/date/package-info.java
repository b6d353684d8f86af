/**
 * When an event takes place: dates of every year, rules, and lists of years. Single days that move from year to year
 * are in {@code event.date.rule}.
 */
@NullMarked
package dev.brandingbot.event.date;

import org.jspecify.annotations.NullMarked;
