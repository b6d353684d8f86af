package dev.brandingbot.schedule.picture;

/**
 * The size at which events are drawn in a picture. Discord shows the picture at about 40 % of its size until it is
 * opened.
 */
enum LabelSize {
    /** Readable in the channel. */
    LARGE(0.94),
    /** Readable after opening the picture; for many events, which would otherwise make the picture very long. */
    SMALL(0.7);

    private final double scale;

    LabelSize(double scale) {
        this.scale = scale;
    }

    /** The height of the bar that shows an event's days. */
    double bar() {
        return 14 * scale;
    }

    /** The side of the icon below it. */
    double icon() {
        return 68 * scale;
    }

    /** The size of the name beside the icon. */
    double nameText() {
        return 35 * scale;
    }

    /** The size of the dates below the name. */
    double datesText() {
        return 26 * scale;
    }

    /** The space between a bar and its icon, and between an icon and its text. */
    double gap() {
        return 11 * scale;
    }

    /** The space between two events in a lane. */
    double between() {
        return 16 * scale;
    }

    /** The space between two lanes. */
    double distance() {
        return 25 * scale;
    }

    /** Returns the maximum width of a name. */
    double maxNameLength() {
        return 440 * scale;
    }

    /** Returns the height of an event, including the space below it. */
    double lane() {
        return bar() + gap() + icon() + distance();
    }
}
