/**
 * Rules for whole events: their folders, assets and places in the calendar. The settings in {@code meta.md} are checked
 * in {@code repository.meta}.
 */
@NullMarked
package dev.brandingbot.repository.validation;

import org.jspecify.annotations.NullMarked;
