/**
 * Decides what the guild should show, applies what differs and remembers what was applied. Deciding is pure; the guild is
 * reached through {@link dev.brandingbot.sync.BrandedGuild}.
 */
@NullMarked
package dev.brandingbot.sync;

import org.jspecify.annotations.NullMarked;
