/**
 * Decides which event a server shows, applies it and records what was applied. Knows Discord only through {@code
 * sync.guild}.
 */
@NullMarked
package dev.brandingbot.sync;

import org.jspecify.annotations.NullMarked;
