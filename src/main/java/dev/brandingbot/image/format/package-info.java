/**
 * Parses PNG, JPEG and GIF files: type, size, orientation, and whether the file is complete. Does not depend on the
 * decoding and scaling in {@code image}.
 */
@NullMarked
package dev.brandingbot.image.format;

import org.jspecify.annotations.NullMarked;
