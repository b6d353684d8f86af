package dev.brandingbot.schedule.picture;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.Dated;
import dev.brandingbot.image.ImageDecoder;
import dev.brandingbot.image.ImageScaler;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * What an event looks like in a picture.
 *
 * @param colour from its banner, otherwise from its icon, otherwise from its path
 * @param icon with round corners
 */
record EventLook(Color colour, Optional<BufferedImage> icon) {
    /** How far the corners of an icon are rounded, as a part of its side. */
    static final double ROUNDING = 0.22;

    private static final int BANNER_SIDE = 96;

    /** @param side the side of its icon in pixels */
    static EventLook of(Dated event, EventImages images, int side) {
        var banner = images.bytes(event, AssetKind.BANNER)
                .flatMap(bytes -> ImageDecoder.read(bytes, BANNER_SIDE, BANNER_SIDE));
        var icon = images.bytes(event, AssetKind.ICON).flatMap(bytes -> ImageDecoder.read(bytes, side, side));
        return new EventLook(
                colour(event, banner, icon), icon.map(image -> ImageScaler.roundedSquare(image, side, ROUNDING)));
    }

    private static Color colour(Dated event, Optional<BufferedImage> banner, Optional<BufferedImage> icon) {
        var hasImage = banner.isPresent() || icon.isPresent();
        return banner.flatMap(Tone::of)
                .or(() -> icon.flatMap(Tone::of))
                .orElseGet(() -> hasImage ? Tone.GREY : Tone.of(event.path()));
    }

    /** That of an event without images. */
    static EventLook without(Dated event) {
        return new EventLook(Tone.of(event.path()), Optional.empty());
    }
}
