package dev.brandingbot.image.format;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a file are. As text it is kept in caches.
 *
 * @param format the file's format
 * @param size the size in pixels as shown; empty if the file is no image, or does not tell its size
 * @param integrity whether decoders can make an image of it
 */
public record ImageMetadata(FileFormat format, Optional<Dimensions> size, Integrity integrity) {
    private static final Pattern TEXT = Pattern.compile("([A-Z_]+)(?: (\\d{1,10})x(\\d{1,10}))? ([A-Z_]+)");

    /** Examines a file: its header, its structure, and whether all of its pixels can be decoded. */
    public static ImageMetadata of(byte[] bytes) {
        return parse(bytes).metadata();
    }

    /**
     * The file with its end marker added, where it lacks only that; otherwise as it is.
     *
     * @param bytes the file that this is about
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
            case LFS_POINTER, WEBP, SVG, OTHER -> ParsedImage.broken(format, Integrity.COMPLETE);
        };
    }

    /** Reads what {@link #asText} wrote; empty for what other versions wrote, so that the image is examined again. */
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

    /** In a line, to be kept and read again: {@code PNG 512x512 COMPLETE}. */
    public String asText() {
        return format.name()
                + size.map(it -> " " + it.width() + "x" + it.height()).orElse("")
                + " " + integrity.name();
    }
}
