package dev.brandingbot.image.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The format of a file according to its first bytes. The names are stored in caches. */
public enum FileFormat {
    PNG(ImageType.PNG, false, "a PNG image"),
    JPEG(ImageType.JPEG, false, "a JPEG image"),
    GIF(ImageType.GIF, false, "a GIF image"),
    ANIMATED_GIF(ImageType.GIF, true, "a GIF image"),
    LFS_POINTER("a Git LFS pointer"),
    WEBP("a WebP image"),
    SVG("an SVG image"),
    OTHER("not an image");

    private static final int HEAD = 512;
    private static final String PNG_START = "\u0089PNG\r\n\u001a\n";
    private static final String JPEG_START = "\u00ff\u00d8\u00ff";

    private static final String PNG_END = "\0\0\0\0IEND\u00aeB`\u0082";
    private static final String JPEG_END = "\u00ff\u00d9";
    private static final String GIF_END = ";";

    private final Optional<ImageType> type;
    private final boolean isAnimated;
    private final String label;

    FileFormat(String words) {
        this.type = Optional.empty();
        this.isAnimated = false;
        this.label = words;
    }

    FileFormat(ImageType type, boolean isAnimated, String words) {
        this.type = Optional.of(type);
        this.isAnimated = isAnimated;
        this.label = words;
    }

    /** Detects the format. Does not detect animated GIFs, because that requires parsing the frames. */
    public static FileFormat of(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(HEAD, bytes.length), ISO_8859_1);
        if (head.startsWith(PNG_START)) {
            return PNG;
        }
        if (head.startsWith(JPEG_START)) {
            return JPEG;
        }
        return head.startsWith("GIF87a") || head.startsWith("GIF89a") ? GIF : unsupported(head);
    }

    /** Returns the format with this name from a cache. */
    public static Optional<FileFormat> named(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }

    /** Returns the image type, if Discord supports it. */
    public Optional<ImageType> type() {
        return type;
    }

    /** Whether it has more than one frame. */
    public boolean isAnimated() {
        return isAnimated;
    }

    /** Returns the name with its article, for messages. */
    public String label() {
        return label;
    }

    /** Returns an image of this format with an end marker at {@code end}. */
    byte[] terminated(byte[] bytes, int end) {
        var marker = switch (this) {
            case PNG -> PNG_END;
            case JPEG -> JPEG_END;
            case GIF, ANIMATED_GIF -> GIF_END;
            case LFS_POINTER, WEBP, SVG, OTHER -> "";
        };
        return ByteBuffer.allocate(end + marker.length())
                .put(bytes, 0, end)
                .put(marker.getBytes(ISO_8859_1))
                .array();
    }

    private static FileFormat unsupported(String head) {
        if (head.startsWith("version https://git-lfs.github.com/spec/")) {
            return LFS_POINTER;
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return WEBP;
        }
        return head.toLowerCase(Locale.ROOT).contains("<svg") ? SVG : OTHER;
    }
}
