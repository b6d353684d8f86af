/** Publishes coming events as scheduled events of the server, and keeps them up to date. */
@NullMarked
package dev.brandingbot.cog.scheduledevent;

import org.jspecify.annotations.NullMarked;
