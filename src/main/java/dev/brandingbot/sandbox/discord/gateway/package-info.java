/** The gateway of the fake of Discord. */
@NullMarked
package dev.brandingbot.sandbox.discord.gateway;

import org.jspecify.annotations.NullMarked;
