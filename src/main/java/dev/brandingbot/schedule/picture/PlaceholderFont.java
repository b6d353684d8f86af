package dev.brandingbot.schedule.picture;

import java.awt.Font;
import java.text.AttributedCharacterIterator.Attribute;
import java.util.Map;

/**
 * The font that Batik mentions in every SVG file, though no text is in it. To name it, the JDK would look for the fonts of the
 * machine, and fail where there are none.
 */
final class PlaceholderFont extends Font {
    private static final String FAMILY = "sans-serif";

    PlaceholderFont() {
        super(FAMILY, PLAIN, 12);
    }

    @Override
    public String getFamily() {
        return FAMILY;
    }

    /** Batik asks for another size before it asks for the name. */
    @Override
    public Font deriveFont(Map<? extends Attribute, ?> attributes) {
        return this;
    }
}
