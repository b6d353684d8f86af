package dev.brandingbot.image;

import dev.brandingbot.image.format.Dimensions;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;

/**
 * The properties of a GIF's frame.
 *
 * @param left the distance from the left edge of the screen, in pixels
 * @param top the distance from the top edge, in pixels
 * @param size the size of the frame
 * @param disposal how the frame is removed before the next one is drawn, in the JDK's names
 */
record GifFrame(int left, int top, Dimensions size, String disposal) {
    static final String DISPOSAL_NONE = "none";
    static final String DISPOSAL_BACKGROUND = "restoreToBackgroundColor";
    static final String DISPOSAL_PREVIOUS = "restoreToPrevious";

    /**
     * Reads the properties of a frame.
     *
     * @throws IOException if the frame cannot be read or has too many pixels
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
                control == null ? DISPOSAL_NONE : control.getAttribute("disposalMethod"));
    }

    private static int number(IIOMetadataNode node, String attribute) {
        return Integer.parseInt(node.getAttribute(attribute));
    }
}
