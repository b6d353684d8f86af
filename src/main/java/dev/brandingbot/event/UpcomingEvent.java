package dev.brandingbot.event;

import java.time.LocalDate;

/**
 * An event that will be on.
 *
 * @param event which one
 * @param day the first day on which it is
 */
public record UpcomingEvent(CalendarItem event, LocalDate day) {}
