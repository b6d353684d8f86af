/** Connects to Discord and sets the bot up in its server. */
@NullMarked
package dev.brandingbot.app.discord;

import org.jspecify.annotations.NullMarked;
