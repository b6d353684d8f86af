package dev.brandingbot.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Small images that differ by a text inside them. */
public final class TestImages {
    private static final String PNG_START = "\u0089PNG\r\n\u001a\n";
    private static final String FRAME = ",\0\0\0\0\1\0\1\0\0\2\2D\1\0";

    private TestImages() {}

    /** A whole PNG of one pixel. */
    public static byte[] png(String text) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(PNG_START.getBytes(ISO_8859_1));
        chunk(png, "IHDR", "\0\0\0\1\0\0\0\1\10\0\0\0\0".getBytes(ISO_8859_1));
        chunk(png, "tEXt", ("Comment\0" + text).getBytes(StandardCharsets.UTF_8));
        chunk(png, "IDAT", deflated(new byte[2]));
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
        var header = "GIF89a\1\0\1\0\u0080\0\0\0\0\0\u00ff\u00ff\u00ff";
        return (header + comment + FRAME.repeat(frames) + ";").getBytes(ISO_8859_1);
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
        var buffer = new byte[64];
        var length = deflater.deflate(buffer);
        deflater.end();
        return java.util.Arrays.copyOf(buffer, length);
    }
}
