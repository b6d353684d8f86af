package dev.brandingbot.image.format;

import java.util.Optional;

/**
 * The result of a parser.
 *
 * @param metadata the metadata
 * @param orientation the orientation; the dimensions in the metadata are already those as shown
 * @param end the end of the image, where its end marker is or belongs
 */
record ParsedImage(ImageMetadata metadata, Orientation orientation, int end) {
    /** A Returns the result for a file without a readable size. */
    static ParsedImage unknownSize(FileFormat format, Integrity integrity) {
        return new ParsedImage(new ImageMetadata(format, Optional.empty(), integrity), Orientation.UPRIGHT, 0);
    }
}
