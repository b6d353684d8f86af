/**
 * A stand-in for Discord's servers: one guild, its members and channels, and one bot, on loopback. It speaks the REST API
 * and the gateway as far as a branding bot uses them, and refuses what Discord documents as an error.
 */
@NullMarked
package dev.brandingbot.sandbox.discord;

import org.jspecify.annotations.NullMarked;
