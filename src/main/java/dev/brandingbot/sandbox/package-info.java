/** The sandbox: the whole bot on one machine, with local stand-ins for the servers of Discord and GitHub. */
@NullMarked
package dev.brandingbot.sandbox;

import org.jspecify.annotations.NullMarked;
