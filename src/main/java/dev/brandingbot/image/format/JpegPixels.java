package dev.brandingbot.image.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The result of decoding the pixels of a JPEG. */
enum JpegPixels {
    INTACT,
    DAMAGED,
    /** Not decoded, because the JDK does not support this kind of JPEG, or it would take too much memory. */
    UNKNOWN;

    private static final Logger log = LoggerFactory.getLogger(JpegPixels.class);

    /** The prefixes of libjpeg's warnings about missing or invalid pixels; others are about superfluous bytes. */
    private static final List<String> DAMAGE = List.of(
            "Corrupt JPEG data: premature end of data segment",
            "Corrupt JPEG data: bad Huffman code",
            "Corrupt JPEG data: found marker");

    /** Limit for images with several scans, which are decoded as a whole with about 6 bytes per pixel. */
    private static final long MAX_MULTI_SCAN_PIXELS = 1 << 24;

    /** The subsampling factor for decoding. */
    private static final int STEP = 64;

    /** Ensures that only one image at a time is decoded as a whole. */
    private static final Object FULL_DECODE_LOCK = new Object();

    /**
     * Decodes pixels.
     *
     * @param jpeg a file with an end marker
     */
    static JpegPixels check(byte[] jpeg, JpegFrame frame, int scans) {
        var size = frame.size().filter(Dimensions::isSafeToDecode);
        if (size.isEmpty() || frame.isArithmetic()) {
            return UNKNOWN;
        }
        if (!frame.isProgressive() && scans == 1) {
            return decode(jpeg);
        }
        synchronized (FULL_DECODE_LOCK) {
            return size.get().pixels() <= MAX_MULTI_SCAN_PIXELS ? decode(jpeg) : UNKNOWN;
        }
    }

    private static JpegPixels decode(byte[] jpeg) {
        var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(input, true, true);
            return decode(reader);
        } catch (IOException | RuntimeException e) {
            // The structure is valid, so other decoders may be able to decode it.
            log.debug("Could not decode the pixels of a JPEG.", e);
            return UNKNOWN;
        } finally {
            reader.dispose();
        }
    }

    private static JpegPixels decode(ImageReader reader) throws IOException {
        var isDamaged = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) ->
                isDamaged.compareAndSet(false, DAMAGE.stream().anyMatch(warning::startsWith)));
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(STEP, STEP, 0, 0);
        // A Reads a raster, because the JDK converts the colors of few JPEGs.
        reader.readRaster(0, parameters);
        return isDamaged.get() ? DAMAGED : INTACT;
    }
}
