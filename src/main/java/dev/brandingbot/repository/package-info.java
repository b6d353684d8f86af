/**
 * Fetches a branding repository and turns it into a {@link dev.brandingbot.repository.Snapshot}: the valid events and
 * the findings about all others. Where the files come from is in {@code repository.source} and {@code
 * repository.github}.
 */
@NullMarked
package dev.brandingbot.repository;

import org.jspecify.annotations.NullMarked;
