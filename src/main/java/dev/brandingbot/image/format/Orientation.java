package dev.brandingbot.image.format;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rotation and mirroring with which an image is shown.
 *
 * @param exif the EXIF value, from 1 (unchanged) to 8
 */
public record Orientation(int exif) {
    private static final Logger log = LoggerFactory.getLogger(Orientation.class);

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int TRANSPOSED = 5;
    private static final int LAST = 8;

    /**
     * Reads the orientation from EXIF metadata.
     *
     * @param tiff the metadata, from its byte order mark on
     * @return the orientation; upright if it is missing or unreadable
     */
    static Orientation of(byte[] tiff) {
        var metadata = new Metadata();
        try {
            new ExifReader().extract(new ByteArrayReader(tiff), metadata);
        } catch (RuntimeException e) {
            // The library throws unchecked exceptions for unexpected metadata.
            log.debug("Could not read the EXIF metadata of an image.", e);
        }
        var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        var number = directory == null ? null : directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        return number == null || number < 1 || number > LAST ? UPRIGHT : new Orientation(number);
    }

    /** Whether width and height are swapped. */
    boolean isTransposed() {
        return exif >= TRANSPOSED;
    }

    /** Returns the dimensions as shown. */
    public Dimensions shown(Dimensions stored) {
        return isTransposed() ? new Dimensions(/* width= */ stored.height(), /* height= */ stored.width()) : stored;
    }

    /** Returns the image as shown. */
    public BufferedImage apply(BufferedImage stored) {
        if (equals(UPRIGHT)) {
            return stored;
        }
        var size = shown(new Dimensions(stored.getWidth(), stored.getHeight()));
        var type = stored.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var shown = new BufferedImage(size.width(), size.height(), type);
        var graphics = shown.createGraphics();
        graphics.drawImage(stored, transform(stored.getWidth(), stored.getHeight()), null);
        graphics.dispose();
        return shown;
    }

    private AffineTransform transform(int width, int height) {
        return switch (exif) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
