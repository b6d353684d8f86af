package dev.brandingbot.cog.announcement;

import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.support.SafeText;
import dev.brandingbot.support.Texts;
import dev.brandingbot.sync.guild.Announcement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The footer of an announcement. It identifies the event and its days, so that the bot recognizes announcements that it sent
 * before.
 *
 * @param path the path of the event, truncated if it is long
 * @param days the current occurrence of the event
 */
public record AnnouncementFooter(String path, DateRange days) {
    private static final Pattern FORMAT =
            Pattern.compile("(?s)(.*) · (\\d{4}-\\d{2}-\\d{2}) to (\\d{4}-\\d{2}-\\d{2})");

    /** A description may fill most of the 6,000 characters that a message has for its embeds. */
    private static final int MAX_PATH_LENGTH = 200;

    public static AnnouncementFooter of(Announcement announcement) {
        return new AnnouncementFooter(
                Texts.cut(SafeText.toSingleLine(announcement.event().path()), MAX_PATH_LENGTH), announcement.days());
    }

    /** Parses a footer; empty if {@code text} is anything else. */
    static Optional<AnnouncementFooter> parse(String text) {
        var match = FORMAT.matcher(text);
        try {
            return match.matches()
                    ? Optional.of(new AnnouncementFooter(
                            match.group(1),
                            new DateRange(LocalDate.parse(match.group(2)), LocalDate.parse(match.group(3)))))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether both are about the same occurrence of an event, even if its dates were changed in between. */
    boolean isSameEventAs(AnnouncementFooter other) {
        return path.equals(other.path) && days.overlaps(other.days);
    }

    public String text() {
        return "%s · %s to %s".formatted(path, days.first(), days.last());
    }
}
