/** The data of the fake Discord server: guild, roles, channels, members, messages, scheduled events. */
@NullMarked
package dev.brandingbot.sandbox.discord.model;

import org.jspecify.annotations.NullMarked;
