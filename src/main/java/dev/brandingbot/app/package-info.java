/** The command line of the program. */
@NullMarked
package dev.brandingbot.app;

import org.jspecify.annotations.NullMarked;
