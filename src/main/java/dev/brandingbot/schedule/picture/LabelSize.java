package dev.brandingbot.schedule.picture;

/** How large the events are drawn in a picture. Discord shows it at about 0.4 of its size until one clicks on it. */
enum LabelSize {
    /** Can be read in the channel. */
    LARGE(0.94),
    /** Can be read after a click: for so many events that the picture would be a very long one. */
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

    /** How wide a name may be. */
    double maxNameLength() {
        return 440 * scale;
    }

    /** How high an event is, with the space to the next one below. */
    double lane() {
        return bar() + gap() + icon() + distance();
    }
}
