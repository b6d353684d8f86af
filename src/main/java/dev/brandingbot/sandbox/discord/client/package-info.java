/** The user's side of the fake of Discord: typing commands, pressing buttons, reading messages. */
@NullMarked
package dev.brandingbot.sandbox.discord.client;

import org.jspecify.annotations.NullMarked;
