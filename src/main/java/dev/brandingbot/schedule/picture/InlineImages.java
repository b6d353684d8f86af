package dev.brandingbot.schedule.picture;

import dev.brandingbot.image.ImageEncoder;
import java.awt.Image;
import java.awt.image.RenderedImage;
import java.util.Base64;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Element;

/** Puts images into an SVG file as PNG; Batik's own way to do so needs two more libraries. */
final class InlineImages extends DefaultImageHandler {
    @Override
    protected void handleHREF(Image image, Element element, SVGGeneratorContext context) {
        handleHREF((RenderedImage) image, element, context);
    }

    @Override
    protected void handleHREF(RenderedImage image, Element element, SVGGeneratorContext context) {
        var data = Base64.getEncoder().encodeToString(ImageEncoder.png(image));
        element.setAttributeNS(XLINK_NAMESPACE_URI, XLINK_HREF_QNAME, "data:image/png;base64," + data);
    }
}
