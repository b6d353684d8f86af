/** Formats for the findings of {@code validate}. */
@NullMarked
package dev.brandingbot.app.report;

import org.jspecify.annotations.NullMarked;
