/** The daemon: when a check is due, what a check consists of, and what became of the last one. */
@NullMarked
package dev.brandingbot.cog.daemon;

import org.jspecify.annotations.NullMarked;
