package dev.brandingbot.cog;

import dev.brandingbot.event.Legible;
import dev.brandingbot.state.Caller;
import dev.brandingbot.state.HistoryEntry;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * What moderators read of the past, the last first.
 *
 * @param names how events are called
 * @param guildId whose history
 */
record HistoryReplies(EventNames names, long guildId) {
    /** Lines on one page, each of full length, just fit in a description. */
    static final int PAGE_SIZE = 8;

    private static final int LONGEST_NAME = 60;

    /** The page {@code number}, from 0, with buttons where there are more. */
    MessageEditData page(List<HistoryEntry> entries, int number) {
        var page = Page.of(entries, number, PAGE_SIZE);
        var embed = Replies.embed(Replies.COLOUR, "What was done")
                .setDescription(
                        entries.isEmpty()
                                ? "Nothing yet."
                                : String.join(
                                        "\n",
                                        page.items().stream().map(this::line).toList()));
        return PageButton.withButtons(embed, page, guildId, PageButton.Of.HISTORY);
    }

    private String line(HistoryEntry entry) {
        return "%s · %s%s"
                .formatted(
                        TimeFormat.DATE_TIME_SHORT.format(entry.at()),
                        what(entry),
                        entry.caller().map(HistoryReplies::by).orElse(""));
    }

    private String what(HistoryEntry entry) {
        return switch (entry.deed()) {
            case BANNER -> "banner " + asset(entry);
            case ICON -> "icon " + asset(entry);
            case PIN ->
                "%s was pinned %s"
                        .formatted(
                                event(entry),
                                detail(entry).map(day -> "until " + day).orElse("until it is unpinned"));
            case UNPIN -> "%s was unpinned".formatted(event(entry));
            case SKIP ->
                "%s is left out on %s".formatted(event(entry), detail(entry).orElse("its next days"));
            case UNSKIP -> "%s is left out no longer".formatted(event(entry));
            case DAEMON_ON -> "the daemon was switched on";
            case DAEMON_OFF -> "the daemon was switched off";
        };
    }

    private static Optional<String> detail(HistoryEntry entry) {
        return entry.detail().map(text -> Texts.cut(Legible.line(text), LONGEST_NAME));
    }

    private String asset(HistoryEntry entry) {
        return "%s of %s%s".formatted(name(entry), event(entry), reason(entry));
    }

    private static String name(HistoryEntry entry) {
        var path = entry.detail().orElse("");
        var name = Legible.line(path.substring(path.lastIndexOf('/') + 1));
        return MarkdownSanitizer.escape(Texts.cut(name, LONGEST_NAME));
    }

    private static String reason(HistoryEntry entry) {
        return entry.reason()
                .map(reason -> switch (reason) {
                    case EVENT -> ", as the event began";
                    case ROTATION -> ", by rotation";
                    case EDIT -> ", as the images were edited";
                    case REPAIR -> ", put on once more";
                    case WISH -> ", by wish";
                })
                .orElse("");
    }

    private String event(HistoryEntry entry) {
        return entry.event().map(names::of).orElse("an event");
    }

    private static String by(Caller caller) {
        return " · `/branding %s` by <@%s>"
                .formatted(
                        Texts.cut(Legible.line(caller.command()).replace('`', '\''), LONGEST_NAME),
                        Long.toUnsignedString(caller.memberId()));
    }
}
