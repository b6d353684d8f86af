/**
 * Reads, checks, scales and writes PNG, JPEG and GIF images in bounded memory. Knows nothing of events: which image an
 * event may use is decided in {@code repository.validation}.
 */
@NullMarked
package dev.brandingbot.image;

import org.jspecify.annotations.NullMarked;
