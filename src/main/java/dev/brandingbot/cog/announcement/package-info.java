/** The announcement of a new event in the changelog channel. */
@NullMarked
package dev.brandingbot.cog.announcement;

import org.jspecify.annotations.NullMarked;
