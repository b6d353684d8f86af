package dev.brandingbot.image;

import dev.brandingbot.image.format.FileFormat;
import dev.brandingbot.image.format.ImageType;
import java.util.Locale;
import java.util.Optional;

/** An encoded image file. Its bytes are not copied. */
public final class ImageFile {
    private final ImageType type;
    private final byte[] bytes;

    /**
     * @param type the type of the bytes
     * @param bytes the whole file; not copied, so it must not be changed
     */
    public ImageFile(ImageType type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /** Returns the file with this content; empty if it is not a PNG, JPEG or GIF. */
    public static Optional<ImageFile> of(byte[] bytes) {
        return FileFormat.of(bytes).type().map(type -> new ImageFile(type, bytes));
    }

    /** Returns the type. */
    public ImageType type() {
        return type;
    }

    /** Returns the file extension, e.g. {@code .png}. */
    public String extension() {
        return "." + type.name().toLowerCase(Locale.ROOT).replace("jpeg", "jpg");
    }

    /** Returns the whole file. It is not a copy and must not be changed. */
    public byte[] bytes() {
        return bytes;
    }
}
