package dev.brandingbot.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
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

    /** A JPEG as far as its structure goes. */
    public static byte[] jpeg(String text, int width, int height) {
        var jpeg = new ByteArrayOutputStream();
        segment(jpeg, 0xfe, text.getBytes(StandardCharsets.UTF_8));
        segment(jpeg, 0xc0, new byte[] {
            8, (byte) (height >> 8), (byte) height, (byte) (width >> 8), (byte) width, 1, 1, 0x11, 0
        });
        segment(jpeg, 0xda, new byte[] {1, 1, 0, 0, 63, 0});
        return ("\u00ff\u00d8" + jpeg.toString(ISO_8859_1) + "pixels\u00ff\u00d9").getBytes(ISO_8859_1);
    }

    private static void segment(ByteArrayOutputStream jpeg, int marker, byte[] data) {
        jpeg.write(0xff);
        jpeg.write(marker);
        jpeg.write(data.length + 2 >> 8);
        jpeg.write(data.length + 2);
        jpeg.writeBytes(data);
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        var crc = new CRC32();
        crc.update(type.getBytes(ISO_8859_1));
        crc.update(data);
        number(png, data.length);
        png.writeBytes(type.getBytes(ISO_8859_1));
        png.writeBytes(data);
        number(png, (int) crc.getValue());
    }

    private static void number(ByteArrayOutputStream png, int number) {
        for (var shift = 24; shift >= 0; shift -= 8) {
            png.write(number >>> shift);
        }
    }

    private static byte[] deflated(byte[] data) {
        var deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        var buffer = new byte[1 << 12];
        var length = deflater.deflate(buffer);
        deflater.end();
        return Arrays.copyOf(buffer, length);
    }

    /** An image of 8 by 8 pixels, as the JDK writes it. */
    public static byte[] encoded(String format, int frames) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            if (frames == 1) {
                writer.write(frame(0));
            } else {
                writer.prepareWriteSequence(null);
                for (var i = 0; i < frames; i++) {
                    writer.writeToSequence(new IIOImage(frame(i), null, null), null);
                }
                writer.endWriteSequence();
            }
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
