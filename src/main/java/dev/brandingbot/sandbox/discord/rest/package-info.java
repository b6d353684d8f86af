/** The REST routes of the fake of Discord. */
@NullMarked
package dev.brandingbot.sandbox.discord.rest;

import org.jspecify.annotations.NullMarked;
