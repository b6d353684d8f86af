/** The whole bot on one machine: a terminal, a movable clock, and the fakes of Discord and GitHub. */
@NullMarked
package dev.brandingbot.sandbox;

import org.jspecify.annotations.NullMarked;
