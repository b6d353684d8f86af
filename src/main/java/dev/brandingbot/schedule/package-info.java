/**
 * What is shown on which day of a year, and how that is written: as text, JSON, an iCalendar file or a picture. Values and pure
 * functions: nothing here reads a clock, a file or a network, and no font or display of the machine is used.
 */
@NullMarked
package dev.brandingbot.schedule;

import org.jspecify.annotations.NullMarked;
