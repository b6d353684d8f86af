/**
 * A year of events as data: which event is active on which day, written as text, JSON and iCalendar. Drawing is in
 * {@code schedule.picture}.
 */
@NullMarked
package dev.brandingbot.schedule;

import org.jspecify.annotations.NullMarked;
