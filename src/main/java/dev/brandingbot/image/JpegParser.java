package dev.brandingbot.image;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentData;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.jpeg.JpegReader;
import java.io.IOException;
import java.util.Optional;

/** Reads the segments of a JPEG that stand before its pixels, and looks for its end behind them. */
final class JpegParser {
    private static final byte MARKER = (byte) 0xff;
    private static final byte END_OF_IMAGE = (byte) 0xd9;

    private JpegParser() {}

    /**
     * Reads a JPEG.
     *
     * @throws JpegProcessingException when it is broken
     * @throws IOException when it ends before its pixels
     */
    static ImageMetadata read(byte[] bytes) throws JpegProcessingException, IOException {
        var frames = new JpegReader();
        var reader = new SequentialByteArrayReader(bytes);
        var segments = JpegSegmentReader.readSegments(reader, frames.getSegmentTypes());
        return size(frames, segments)
                .map(size -> new ImageMetadata(
                        FileFormat.JPEG, Optional.of(size), hasEnd(bytes, (int) reader.getPosition())))
                .orElseGet(() -> ImageMetadata.broken(FileFormat.JPEG));
    }

    private static Optional<Dimensions> size(JpegReader frames, JpegSegmentData segments) {
        var metadata = new Metadata();
        frames.getSegmentTypes().forEach(type -> frames.readJpegSegments(segments.getSegments(type), metadata, type));
        return Optional.ofNullable(metadata.getFirstDirectoryOfType(JpegDirectory.class))
                .flatMap(frame -> Dimensions.of(
                        frame.getInteger(JpegDirectory.TAG_IMAGE_WIDTH),
                        frame.getInteger(JpegDirectory.TAG_IMAGE_HEIGHT)));
    }

    /** Whether the end is marked from {@code start} on: what stands before, a thumbnail perhaps, has an end of its own. */
    private static boolean hasEnd(byte[] bytes, int start) {
        for (var at = bytes.length - 2; at >= start; at--) {
            if (bytes[at] == MARKER && bytes[at + 1] == END_OF_IMAGE) {
                return true;
            }
        }
        return false;
    }
}
