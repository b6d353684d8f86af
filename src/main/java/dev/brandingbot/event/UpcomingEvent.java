package dev.brandingbot.event;

import java.time.LocalDate;

/**
 * An event that will be active.
 *
 * @param event the event
 * @param day the first day on which it is active
 */
public record UpcomingEvent(CalendarItem event, LocalDate day) {}
