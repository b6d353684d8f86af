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

/** What decoding the pixels of a JPEG shows about them. */
enum JpegPixels {
    INTACT,
    DAMAGED,
    /** They were not decoded: the JDK does not read every kind of JPEG, and large ones take too much memory. */
    UNKNOWN;

    private static final Logger log = LoggerFactory.getLogger(JpegPixels.class);

    /** How the warnings of libjpeg begin that mean missing or invalid pixels; others mean superfluous bytes. */
    private static final List<String> DAMAGE = List.of(
            "Corrupt JPEG data: premature end of data segment",
            "Corrupt JPEG data: bad Huffman code",
            "Corrupt JPEG data: found marker");

    /** One with several scans is decoded as a whole, with some 6 bytes for each pixel. */
    private static final long MAX_PIXELS_OF_SCANS = 1 << 24;

    /** Every so many pixels are kept. */
    private static final int STEP = 64;

    /** Only one image is decoded as a whole at the same time. */
    private static final Object WHOLE = new Object();

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
        synchronized (WHOLE) {
            return size.get().pixels() <= MAX_PIXELS_OF_SCANS ? decode(jpeg) : UNKNOWN;
        }
    }

    private static JpegPixels decode(byte[] jpeg) {
        var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(input, true, true);
            return decode(reader);
        } catch (IOException | RuntimeException e) {
            // Its structure is that of a JPEG, so others may be able to decode it.
            log.debug("The pixels of a JPEG can't be decoded.", e);
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
        // A raster, because the JDK has the colors of few JPEGs.
        reader.readRaster(0, parameters);
        return isDamaged.get() ? DAMAGED : INTACT;
    }
}
