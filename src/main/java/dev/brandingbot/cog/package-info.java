/**
 * The module that a JDA bot adds: {@link dev.brandingbot.cog.BrandingCog} with its daemon, its commands and their answers.
 * Everything it needs is lent to it, and JDA's event thread never waits for it.
 */
@NullMarked
package dev.brandingbot.cog;

import org.jspecify.annotations.NullMarked;
