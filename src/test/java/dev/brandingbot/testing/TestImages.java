package dev.brandingbot.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small images that differ by a text inside them. */
public final class TestImages {
    private static final String PNG_START = "\u0089PNG\r\n\u001a\n";
    private static final String FRAME = ",\0\0\0\0\1\0\1\0\0\2\2D\1\0";

    private TestImages() {}

    /** A whole PNG of 512 by 512 pixels: an icon. */
    public static byte[] png(String text) {
        return png(text, 512, 512);
    }

    /** A whole PNG of 960 by 540 pixels. */
    public static byte[] banner(String text) {
        return png(text, 960, 540);
    }

    /** A whole PNG, all black. */
    public static byte[] png(String text, int width, int height) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(PNG_START.getBytes(ISO_8859_1));
        chunk(png, "IHDR", header(width, height));
        chunk(png, "tEXt", ("Comment\0" + text).getBytes(StandardCharsets.UTF_8));
        chunk(png, "IDAT", deflated(new byte[height * (1 + (width + 7) / 8)]));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** A PNG of about {@code size} bytes. */
    public static byte[] png(String text, int size) {
        return png(text + "x".repeat(size));
    }

    /** A GIF of one frame. */
    public static byte[] gif(String text) {
        return gif(text, 1);
    }

    /** A GIF of two frames. */
    public static byte[] animatedGif(String text) {
        return gif(text, 2);
    }

    private static byte[] gif(String text, int frames) {
        var comment = "!\u00fe" + (char) text.length() + text + "\0";
        var header = "GIF89a\0\2\0\2\u0080\0\0\0\0\0\u00ff\u00ff\u00ff";
        return (header + comment + FRAME.repeat(frames) + ";").getBytes(ISO_8859_1);
    }

    /** With one bit for each pixel. */
    private static byte[] header(int width, int height) {
        var header = new ByteArrayOutputStream();
        number(header, width);
        number(header, height);
        header.writeBytes(new byte[] {1, 0, 0, 0, 0});
        return header.toByteArray();
    }

    /** A whole JPEG, all black. */
    public static byte[] jpeg(String text, int width, int height) {
        var jpeg = new ByteArrayOutputStream();
        jpeg.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        segment(jpeg, 0xfe, text.getBytes(StandardCharsets.ISO_8859_1));
        var image = file("jpeg", List.of(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY)));
        jpeg.write(image, 2, image.length - 2);
        return jpeg.toByteArray();
    }

    private static void segment(ByteArrayOutputStream jpeg, int marker, byte[] data) {
        jpeg.write(0xff);
        jpeg.write(marker);
        jpeg.write(data.length + 2 >> 8);
        jpeg.write(data.length + 2);
        jpeg.writeBytes(data);
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        png.writeBytes(chunk(type, data));
    }

    /** A chunk of a PNG with its right checksum. */
    public static byte[] chunk(String type, byte[] data) {
        var chunk = new ByteArrayOutputStream();
        var crc = new CRC32();
        crc.update(type.getBytes(ISO_8859_1));
        crc.update(data);
        number(chunk, data.length);
        chunk.writeBytes(type.getBytes(ISO_8859_1));
        chunk.writeBytes(data);
        number(chunk, (int) crc.getValue());
        return chunk.toByteArray();
    }

    private static void number(ByteArrayOutputStream png, int number) {
        for (var shift = 24; shift >= 0; shift -= 8) {
            png.write(number >>> shift);
        }
    }

    /** Data as it is compressed in a PNG. */
    public static byte[] deflated(byte[] data) {
        var bytes = new ByteArrayOutputStream();
        try (var output = new DeflaterOutputStream(bytes)) {
            output.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An image of 8 by 8 pixels, as the JDK writes it. */
    public static byte[] encoded(String format, int frames) {
        return file(
                format, IntStream.range(0, frames).mapToObj(TestImages::frame).toList());
    }

    /** Several images as the frames of one file, or one image alone. */
    static byte[] file(String format, List<BufferedImage> frames) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            if (frames.size() == 1) {
                writer.write(frames.get(0));
            } else {
                writer.prepareWriteSequence(null);
                for (var frame : frames) {
                    writer.writeToSequence(new IIOImage(frame, null, null), null);
                }
                writer.endWriteSequence();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage frame(int i) {
        var frame = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        frame.setRGB(i % 8, 3, 0xff00ff);
        return frame;
    }
}
