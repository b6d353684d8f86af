/**
 * The module for JDA bots: {@link dev.brandingbot.cog.BrandingCog}, its builder, and how its parts are put together.
 */
@NullMarked
package dev.brandingbot.cog;

import org.jspecify.annotations.NullMarked;
