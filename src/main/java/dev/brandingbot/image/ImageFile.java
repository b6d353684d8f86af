package dev.brandingbot.image;

import java.util.Locale;

/** An image file, ready to be sent. */
public final class ImageFile {
    private static final int PNG_START = 0x89;
    private static final int GIF_START = 'G';

    private final ImageType type;
    private final byte[] bytes;

    /**
     * @param type what its bytes are
     * @param bytes the whole file; kept as it is, so not to be changed afterwards
     */
    public ImageFile(ImageType type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /** The picture in a file of one of the three types, told by its first byte. */
    public static ImageFile of(byte[] bytes) {
        var type = switch (bytes[0] & 0xff) {
            case PNG_START -> ImageType.PNG;
            case GIF_START -> ImageType.GIF;
            default -> ImageType.JPEG;
        };
        return new ImageFile(type, bytes);
    }

    /** What its bytes are. */
    public ImageType type() {
        return type;
    }

    /** What a file's name ends with, like {@code .png}. */
    public String extension() {
        return "." + type.name().toLowerCase(Locale.ROOT).replace("jpeg", "jpg");
    }

    /** The whole file: not a copy, so not to be changed. */
    public byte[] bytes() {
        return bytes;
    }
}
