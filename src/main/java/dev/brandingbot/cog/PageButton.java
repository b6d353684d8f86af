package dev.brandingbot.cog;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A button that turns to a page of the calendar. Its id says all there is to know, so it works after a restart.
 *
 * @param guildId whose calendar
 * @param page which page, from 0
 */
record PageButton(long guildId, int page) {
    private static final Pattern ID = Pattern.compile("branding:(\\d{1,19}):calendar:(-?\\d{1,6})");

    /** The button with this id; nothing when it is not of this kind. */
    static Optional<PageButton> of(String id) {
        var match = ID.matcher(id);
        return match.matches()
                ? Optional.of(new PageButton(Long.parseUnsignedLong(match.group(1)), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    /** Whether this is the id of a button that the bot made for this guild, be it by another version. */
    static boolean isOfGuild(long guildId, String id) {
        return id.startsWith("branding:%s:".formatted(Long.toUnsignedString(guildId)));
    }

    /** What Discord gives back when the button is pressed. */
    String id() {
        return "branding:%s:calendar:%d".formatted(Long.toUnsignedString(guildId), page);
    }
}
