/** The user's side of the fake Discord server: typing commands, clicking buttons, reading messages. */
@NullMarked
package dev.brandingbot.sandbox.discord.client;

import org.jspecify.annotations.NullMarked;
