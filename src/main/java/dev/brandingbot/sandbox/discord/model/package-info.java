/** What the fake of Discord stores: server, roles, channels, members, messages, scheduled events. */
@NullMarked
package dev.brandingbot.sandbox.discord.model;

import org.jspecify.annotations.NullMarked;
