package dev.brandingbot.cog.command;

import dev.brandingbot.cog.embed.Dates;
import dev.brandingbot.cog.embed.Embeds;
import dev.brandingbot.cog.embed.EventNames;
import dev.brandingbot.cog.embed.Page;
import dev.brandingbot.cog.embed.PageButton;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.state.HistoryEntry;
import dev.brandingbot.state.Invoker;
import dev.brandingbot.support.SafeText;
import dev.brandingbot.support.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * The history for moderators, newest first.
 *
 * @param names the names of events
 * @param guildId the ID of the guild
 */
record HistoryEmbeds(EventNames names, long guildId) {
    /** This many lines of maximum length just fit in a description. */
    static final int PAGE_SIZE = 8;

    private static final int MAX_NAME_LENGTH = 60;

    /** Makes the page {@code number}, from 0, with buttons if there are more. */
    MessageEditData page(List<HistoryEntry> entries, int number) {
        var page = Page.of(entries, number, PAGE_SIZE);
        var embed = Embeds.embed(Embeds.DEFAULT_COLOR, "History")
                .setDescription(
                        entries.isEmpty()
                                ? "Nothing yet."
                                : String.join(
                                        "\n",
                                        page.items().stream().map(this::line).toList()));
        return PageButton.withButtons(embed, page, guildId, PageButton.PagedList.HISTORY);
    }

    private String line(HistoryEntry entry) {
        return "%s · %s%s"
                .formatted(
                        TimeFormat.DATE_TIME_SHORT.format(entry.at()),
                        actionText(entry),
                        entry.invoker().map(HistoryEmbeds::invokerText).orElse(""));
    }

    private String actionText(HistoryEntry entry) {
        return switch (entry.action()) {
            case BANNER -> "banner " + asset(entry);
            case ICON -> "icon " + asset(entry);
            case PIN ->
                "%s was pinned %s"
                        .formatted(
                                event(entry),
                                detail(entry).map(HistoryEmbeds::until).orElse("with no end date"));
            case UNPIN -> "%s was unpinned".formatted(event(entry));
            case SKIP ->
                "%s was skipped %s"
                        .formatted(
                                event(entry),
                                detail(entry).map(HistoryEmbeds::during).orElse("once"));
            case UNSKIP -> "%s was unskipped".formatted(event(entry));
            case DAEMON_ON -> "the daemon was enabled";
            case DAEMON_OFF -> "the daemon was disabled";
        };
    }

    private static Optional<String> detail(HistoryEntry entry) {
        return entry.detail().map(text -> Texts.cut(SafeText.toSingleLine(text), MAX_NAME_LENGTH));
    }

    /** The end of a pin. Text of another version of the bot that can't be parsed is shown as it is. */
    private static String until(String day) {
        try {
            return "through " + Dates.format(LocalDate.parse(day));
        } catch (DateTimeException e) {
            return "through " + day;
        }
    }

    private static String during(String days) {
        try {
            var ends = days.split(" to ", 2);
            return Dates.formatRange(new DateRange(LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1])));
        } catch (DateTimeException | IllegalArgumentException e) {
            return "on " + days;
        }
    }

    private String asset(HistoryEntry entry) {
        return "%s of %s%s".formatted(name(entry), event(entry), reason(entry));
    }

    private static String name(HistoryEntry entry) {
        var path = entry.detail().orElse("");
        var name = SafeText.toSingleLine(path.substring(path.lastIndexOf('/') + 1));
        return MarkdownSanitizer.escape(Texts.cut(name, MAX_NAME_LENGTH));
    }

    private static String reason(HistoryEntry entry) {
        return entry.reason()
                .map(reason -> switch (reason) {
                    case EVENT -> " (event changed)";
                    case ROTATION -> " (rotation)";
                    case EDIT -> " (the image was edited)";
                    case REPAIR -> " (applied again)";
                    case WISH -> " (requested)";
                })
                .orElse("");
    }

    private String event(HistoryEntry entry) {
        return entry.event().map(names::bold).orElse("an event");
    }

    private static String invokerText(Invoker invoker) {
        return " · `/branding %s` by <@%s>"
                .formatted(
                        Texts.cut(SafeText.toSingleLine(invoker.command()).replace('`', '\''), MAX_NAME_LENGTH),
                        Long.toUnsignedString(invoker.memberId()));
    }
}
