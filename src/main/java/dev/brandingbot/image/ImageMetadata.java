package dev.brandingbot.image;

import com.drew.imaging.ImageProcessingException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a file are, told without decoding a pixel. As text it is kept in caches.
 *
 * @param format the file's format
 * @param size its size in pixels; nothing for a file that is no image, or not even tells its size
 * @param isWhole whether it goes on to its end
 */
public record ImageMetadata(FileFormat format, Optional<Dimensions> size, boolean isWhole) {
    private static final String CUT_OFF = " CUT_OFF";
    private static final Pattern TEXT = Pattern.compile("([A-Z_]+)(?: (\\d{1,10})x(\\d{1,10}))?(" + CUT_OFF + ")?");

    /** Looks at bytes. */
    public static ImageMetadata of(byte[] bytes) {
        var format = FileFormat.of(bytes);
        try {
            return switch (format) {
                case PNG -> PngParser.read(bytes);
                case JPEG -> JpegParser.read(bytes);
                case GIF, ANIMATED_GIF -> new GifParser(bytes).content();
                case LFS_POINTER, WEBP, SVG, OTHER -> new ImageMetadata(format, Optional.empty(), true);
            };
        } catch (ImageProcessingException | IOException e) {
            return broken(format);
        }
    }

    /** An image that does not even tell its size. */
    public static ImageMetadata broken(FileFormat format) {
        return new ImageMetadata(format, Optional.empty(), false);
    }

    /**
     * Reads what {@link #asText} wrote. An image's type alone, which is what earlier versions kept, counts as nothing: the image
     * is to be looked at again.
     */
    public static Optional<ImageMetadata> parse(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? FileFormat.named(parts.group(1))
                        .map(format ->
                                new ImageMetadata(format, size(parts.group(2), parts.group(3)), parts.group(4) == null))
                        .filter(content ->
                                content.format.type().isEmpty() || content.size.isPresent() || !content.isWhole)
                : Optional.empty();
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

    /** In a line, to be kept and read again: {@code PNG 512x512}. */
    public String asText() {
        return format.name()
                + size.map(it -> " " + it.width() + "x" + it.height()).orElse("")
                + (isWhole ? "" : CUT_OFF);
    }
}
