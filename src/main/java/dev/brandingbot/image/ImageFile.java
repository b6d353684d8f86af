package dev.brandingbot.image;

import dev.brandingbot.image.format.FileFormat;
import dev.brandingbot.image.format.ImageType;
import java.util.Locale;
import java.util.Optional;

/** An image file, ready to be sent. */
public final class ImageFile {
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

    /** The file with this content; empty if that is no PNG, JPEG or GIF. */
    public static Optional<ImageFile> of(byte[] bytes) {
        return FileFormat.of(bytes).type().map(type -> new ImageFile(type, bytes));
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
