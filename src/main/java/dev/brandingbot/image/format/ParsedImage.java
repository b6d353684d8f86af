package dev.brandingbot.image.format;

import java.util.Optional;

/**
 * What a parser found.
 *
 * @param metadata what the image is
 * @param orientation how it is to be turned before it is shown; its dimensions already are
 * @param end where the image ends, or where its end marker belongs
 */
record ParsedImage(ImageMetadata metadata, Orientation orientation, int end) {
    /** A file that does not even tell a size. */
    static ParsedImage broken(FileFormat format, Integrity integrity) {
        return new ParsedImage(new ImageMetadata(format, Optional.empty(), integrity), Orientation.UPRIGHT, 0);
    }
}
