/**
 * Reads {@code meta.md}: its settings, dates and description, and what is wrong with them. Images are checked in {@code
 * repository.validation}.
 */
@NullMarked
package dev.brandingbot.repository.meta;

import org.jspecify.annotations.NullMarked;
