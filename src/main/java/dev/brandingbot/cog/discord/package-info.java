/** The edge to JDA: requests, errors, permissions and features of the server. */
@NullMarked
package dev.brandingbot.cog.discord;

import org.jspecify.annotations.NullMarked;
