/** Alerts for moderators: what is reported, when, and when it is resolved. */
@NullMarked
package dev.brandingbot.cog.modlog;

import org.jspecify.annotations.NullMarked;
