package dev.brandingbot.image;

import dev.brandingbot.image.format.Dimensions;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;

/**
 * What a GIF says of one of its frames.
 *
 * @param left how far it lies from the left of the screen
 * @param top how far it lies from the top
 * @param size its own size
 * @param disposal what becomes of it before the next frame is drawn, as the JDK names that
 */
record GifFrame(int left, int top, Dimensions size, String disposal) {
    static final String KEPT = "none";
    static final String CLEARED = "restoreToBackgroundColor";
    static final String UNDONE = "restoreToPrevious";

    /**
     * Reads it.
     *
     * @throws IOException if it can't be read, or the frame has too many pixels
     * @throws IndexOutOfBoundsException if there are fewer frames
     */
    static GifFrame read(ImageReader reader, int index) throws IOException {
        var metadata = reader.getImageMetadata(index);
        var root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        var descriptor =
                (IIOMetadataNode) root.getElementsByTagName("ImageDescriptor").item(0);
        var control = (IIOMetadataNode)
                root.getElementsByTagName("GraphicControlExtension").item(0);
        var size = new Dimensions(number(descriptor, "imageWidth"), number(descriptor, "imageHeight"));
        if (!size.isSafeToDecode()) {
            throw new IIOException("The frame has too many pixels");
        }
        return new GifFrame(
                number(descriptor, "imageLeftPosition"),
                number(descriptor, "imageTopPosition"),
                size,
                control == null ? KEPT : control.getAttribute("disposalMethod"));
    }

    private static int number(IIOMetadataNode node, String attribute) {
        return Integer.parseInt(node.getAttribute(attribute));
    }
}
