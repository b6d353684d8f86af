/** Embeds for events, findings and pages. Pure functions of what they show. */
@NullMarked
package dev.brandingbot.cog.embed;

import org.jspecify.annotations.NullMarked;
