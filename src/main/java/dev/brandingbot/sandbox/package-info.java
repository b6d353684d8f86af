/** The whole bot on one machine: a terminal, a clock that can be set, and fake Discord and GitHub servers. */
@NullMarked
package dev.brandingbot.sandbox;

import org.jspecify.annotations.NullMarked;
