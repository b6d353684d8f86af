package dev.brandingbot.schedule.picture;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.image.ImageDecoder;
import dev.brandingbot.image.ImageScaler;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * The color and icon of an event in a picture.
 *
 * @param color the color of its banner, otherwise of its icon, otherwise derived from its path
 * @param icon the icon with rounded corners
 */
record EventStyle(Color color, Optional<BufferedImage> icon) {
    /** The corner radius of an icon as a fraction of its side. */
    static final double ROUNDING = 0.22;

    private static final int BANNER_SIDE = 96;

    /** @param side the side of the icon in pixels */
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

    /** Returns the style of an event without images. */
    static EventStyle withoutImages(CalendarItem event) {
        return new EventStyle(EventColors.of(event.path()), Optional.empty());
    }
}
