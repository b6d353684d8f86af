package dev.brandingbot.image;

import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.png.PngHeader;
import com.drew.imaging.png.PngProcessingException;
import com.drew.lang.SequentialByteArrayReader;
import java.io.IOException;
import java.util.Set;

/** Walks the chunks of a PNG to its end; of what is in them, only the header is read. */
final class PngParser {
    private PngParser() {}

    /**
     * Reads a PNG.
     *
     * @throws PngProcessingException when it is broken
     * @throws IOException when it ends before its last chunk
     */
    static ImageMetadata read(byte[] bytes) throws PngProcessingException, IOException {
        var chunks = new PngChunkReader().extract(new SequentialByteArrayReader(bytes), Set.of(PngChunkType.IHDR));
        var header = new PngHeader(chunks.iterator().next().getBytes());
        var size = Dimensions.of(header.getImageWidth(), header.getImageHeight());
        return new ImageMetadata(FileFormat.PNG, size, size.isPresent());
    }
}
