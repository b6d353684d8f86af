package dev.brandingbot.image.format;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an image file according to its content. Caches store it as text.
 *
 * @param format the file's format
 * @param size the size as shown; empty if the file is not an image or has no size
 * @param integrity whether the image can be decoded
 */
public record ImageMetadata(FileFormat format, Optional<Dimensions> size, Integrity integrity) {
    private static final Pattern TEXT = Pattern.compile("([A-Z_]+)(?: (\\d{1,10})x(\\d{1,10}))? ([A-Z_]+)");

    /** Parses a file: its header, its structure, and whether all pixels can be decoded. */
    public static ImageMetadata of(byte[] bytes) {
        return parse(bytes).metadata();
    }

    /**
     * Returns the file with its end marker if it lacks only that, otherwise unchanged.
     *
     * @param bytes the file of this metadata
     */
    public byte[] completed(byte[] bytes) {
        return integrity == Integrity.UNTERMINATED
                ? format.terminated(bytes, parse(bytes).end())
                : bytes;
    }

    private static ParsedImage parse(byte[] bytes) {
        var format = FileFormat.of(bytes);
        return switch (format) {
            case PNG -> PngParser.parse(bytes);
            case JPEG -> JpegParser.parse(bytes);
            case GIF, ANIMATED_GIF -> GifParser.parse(bytes);
            case LFS_POINTER, WEBP, SVG, OTHER -> ParsedImage.unknownSize(format, Integrity.COMPLETE);
        };
    }

    /**
     * Parses the result of {@link #asText}; empty for the format of other releases, so that the image is parsed again.
     */
    public static Optional<ImageMetadata> parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var size = size(parts.group(2), parts.group(3));
        return FileFormat.named(parts.group(1))
                .flatMap(format -> Integrity.named(parts.group(4))
                        .filter(integrity -> format.type().isEmpty() || size.isPresent() || !integrity.isUsable())
                        .map(integrity -> new ImageMetadata(format, size, integrity)));
    }

    private static Optional<Dimensions> size(@Nullable String width, @Nullable String height) {
        try {
            return width == null || height == null
                    ? Optional.empty()
                    : Dimensions.of(Integer.valueOf(width), Integer.valueOf(height));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns the metadata as a single line for {@link #parse(String)}: {@code PNG 512x512 COMPLETE}. */
    public String asText() {
        return format.name()
                + size.map(it -> " " + it.width() + "x" + it.height()).orElse("")
                + " " + integrity.name();
    }
}
