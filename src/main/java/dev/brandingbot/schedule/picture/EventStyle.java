package dev.brandingbot.schedule.picture;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.image.ImageDecoder;
import dev.brandingbot.image.ImageScaler;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * What an event looks like in a picture.
 *
 * @param color from its banner, otherwise from its icon, otherwise from its path
 * @param icon with round corners
 */
record EventStyle(Color color, Optional<BufferedImage> icon) {
    /** How far the corners of an icon are rounded, as a part of its side. */
    static final double ROUNDING = 0.22;

    private static final int BANNER_SIDE = 96;

    /** @param side the side of its icon in pixels */
    static EventStyle of(CalendarItem event, EventImageSource images, int side) {
        var banner = images.bytes(event, AssetKind.BANNER)
                .flatMap(bytes -> ImageDecoder.read(bytes, BANNER_SIDE, BANNER_SIDE));
        var icon = images.bytes(event, AssetKind.ICON).flatMap(bytes -> ImageDecoder.read(bytes, side, side));
        return new EventStyle(
                color(event, banner, icon), icon.map(image -> ImageScaler.roundedSquare(image, side, ROUNDING)));
    }

    private static Color color(CalendarItem event, Optional<BufferedImage> banner, Optional<BufferedImage> icon) {
        var hasImage = banner.isPresent() || icon.isPresent();
        return banner.flatMap(EventColors::of)
                .or(() -> icon.flatMap(EventColors::of))
                .orElseGet(() -> hasImage ? EventColors.GRAY : EventColors.of(event.path()));
    }

    /** That of an event without images. */
    static EventStyle without(CalendarItem event) {
        return new EventStyle(EventColors.of(event.path()), Optional.empty());
    }
}
