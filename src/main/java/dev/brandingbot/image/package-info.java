/**
 * Decodes, scales and writes images in bounded memory. The parsers of the file formats are in {@code image.format};
 * which image an event may use is decided in {@code repository.validation}.
 */
@NullMarked
package dev.brandingbot.image;

import org.jspecify.annotations.NullMarked;
