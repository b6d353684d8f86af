/** The gateway of the fake Discord server. */
@NullMarked
package dev.brandingbot.sandbox.discord.gateway;

import org.jspecify.annotations.NullMarked;
