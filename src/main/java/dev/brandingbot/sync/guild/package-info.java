/**
 * The server as synchronization sees it: an interface for what can be read and changed, and its outcomes. JDA
 * implements it in {@code cog.discord}.
 */
@NullMarked
package dev.brandingbot.sync.guild;

import org.jspecify.annotations.NullMarked;
