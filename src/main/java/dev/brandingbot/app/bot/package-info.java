/** Runs the bot: threads, heartbeat, start and end. */
@NullMarked
package dev.brandingbot.app.bot;

import org.jspecify.annotations.NullMarked;
