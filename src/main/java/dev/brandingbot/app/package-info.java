/** The program: settings, wiring and the command line around the cog. */
@NullMarked
package dev.brandingbot.app;

import org.jspecify.annotations.NullMarked;
