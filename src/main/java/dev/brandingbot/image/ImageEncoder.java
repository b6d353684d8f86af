package dev.brandingbot.image;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes images in memory, without the temporary files that ImageIO uses by default. */
public final class ImageEncoder {
    private ImageEncoder() {}

    /** Encodes an image as PNG. */
    public static byte[] png(RenderedImage image) {
        return write("png", image, 1);
    }

    /**
     * Encodes an image as JPEG.
     *
     * @param image an image without transparency
     * @param quality the quality, from 0 to 1
     */
    public static byte[] jpeg(BufferedImage image, float quality) {
        return write("jpeg", image, quality);
    }

    private static byte[] write(String format, RenderedImage image, float quality) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters(writer, format, quality));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam parameters(ImageWriter writer, String format, float quality) {
        var parameters = writer.getDefaultWriteParam();
        if (format.equals("jpeg")) {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
        }
        return parameters;
    }
}
