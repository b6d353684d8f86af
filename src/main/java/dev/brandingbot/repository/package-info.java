/**
 * Fetches a branding repository and turns it into a {@link dev.brandingbot.repository.Snapshot}: the valid events, and
 * the findings. The sources of the files are in {@code repository.source} and {@code repository.github}.
 */
@NullMarked
package dev.brandingbot.repository;

import org.jspecify.annotations.NullMarked;
