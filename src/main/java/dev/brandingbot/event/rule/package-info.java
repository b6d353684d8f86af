/**
 * Days that come back by a rule: the first Saturday of May, Easter, a day of another calendar. Values and pure functions.
 * Time4J computes Easter and knows the calendars; it is loaded when the first of those days is asked for, and not before.
 * Commons Text helps to guess what was meant by a misspelt rule.
 */
@NullMarked
package dev.brandingbot.event.rule;

import org.jspecify.annotations.NullMarked;
