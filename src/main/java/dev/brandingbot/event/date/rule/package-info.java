/**
 * Rules that give a day for each year, such as {@code first Saturday of May} or {@code Easter - 2 days}, and the
 * holidays and calendars behind them. The only package that uses Time4J.
 */
@NullMarked
package dev.brandingbot.event.date.rule;

import org.jspecify.annotations.NullMarked;
