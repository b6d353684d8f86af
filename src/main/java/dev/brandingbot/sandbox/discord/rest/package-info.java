/** The REST routes of the fake Discord server. */
@NullMarked
package dev.brandingbot.sandbox.discord.rest;

import org.jspecify.annotations.NullMarked;
