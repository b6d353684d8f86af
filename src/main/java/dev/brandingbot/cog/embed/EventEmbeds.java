package dev.brandingbot.cog.embed;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.event.CalendarOverrides;
import dev.brandingbot.event.DescribedItem;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.event.EventCalendar.Occurrence;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.Pin;
import dev.brandingbot.event.UpcomingEvent;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.support.Texts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * Embeds about events for all members. Dates are text in UTC, because a date in the reader's time zone would be a day off for
 * many; times of changes are relative to now, which is right everywhere.
 */
public final class EventEmbeds {
    /** The number of events on one page of the calendar. */
    static final int PAGE_SIZE = 25;

    private static final String FALLBACK_DATES = "when no other event is active";

    /** Leaves room for the description and the footer in the 6,000 characters of a message's embeds. */
    private static final int MAX_DATES_LENGTH = 300;

    private static final int MAX_CREDITS_LENGTH = 500;

    /** A page of lines with titles and dates of maximum length just fits in a description. */
    private static final int MAX_LISTED_TITLE_LENGTH = 60;

    private EventEmbeds() {}

    /** Describes the active event and what comes next. */
    public static EmbedBuilder about(
            ActiveEvent event, LocalDate today, Optional<LocalDate> nextSwitch, Optional<UpcomingEvent> next) {
        var embed = event(event, today);
        nextSwitch.ifPresent(day -> embed.addField("Next change", relative(day), true));
        next.ifPresent(upcoming -> embed.addField("Next event", line(upcoming), true));
        return withCredits(embed, event);
    }

    /**
     * Describes any event, and when it starts or ends according to its dates.
     *
     * @param today the day, in UTC
     */
    public static EmbedBuilder preview(DescribedItem event, LocalDate today) {
        return withCredits(
                withNextDays(event(event, today), nextDays(event, today, CalendarOverrides.EMPTY), today), event);
    }

    /**
     * Describes the event that a member asked for, and when it starts or ends. Skipped occurrences don't count.
     *
     * @param today the day, in UTC
     * @param isActive whether the server shows the event now
     */
    public static EmbedBuilder about(
            DescribedItem event, LocalDate today, CalendarOverrides overrides, boolean isActive) {
        var embed = event(event, today);
        var days = nextDays(event, today, overrides).filter(next -> !isActive || next.contains(today));
        if (isActive) {
            embed.addField("Active", "now", true);
        }
        return withCredits(withNextDays(embed, days, today), event);
    }

    private static Optional<DateRange> nextDays(DescribedItem event, LocalDate today, CalendarOverrides overrides) {
        return new EventCalendar<>(List.of(event))
                .withOverrides(overrides).upcoming(today).stream()
                        .map(Occurrence::days)
                        .findFirst();
    }

    private static EmbedBuilder withNextDays(EmbedBuilder embed, Optional<DateRange> next, LocalDate today) {
        next.ifPresent(days -> embed.addField(
                days.contains(today) ? "Ends" : "Starts",
                relative(days.contains(today) ? days.last().plusDays(1) : days.first()),
                true));
        return embed;
    }

    /** Adds that moderators pinned the event, and how long. */
    public static EmbedBuilder withPin(EmbedBuilder embed, Pin pin) {
        var end = pin.until()
                .map(day -> "through %s UTC (ends %s)".formatted(Dates.format(day), Dates.formatEnd(day)))
                .orElse("until they unpin it");
        return embed.addField("Pinned", "by moderators, " + end, false);
    }

    private static EmbedBuilder event(DescribedItem event, LocalDate today) {
        return new EmbedBuilder()
                .setColor(Embeds.DEFAULT_COLOR)
                .setTitle(Texts.cut(event.title(), MessageEmbed.TITLE_MAX_LENGTH))
                .setDescription(Texts.cut(event.meta().description(), MessageEmbed.DESCRIPTION_MAX_LENGTH))
                .addField("Dates", Texts.cut(describe(event, today), MAX_DATES_LENGTH), true);
    }

    private static EmbedBuilder withCredits(EmbedBuilder embed, DescribedItem event) {
        var artists = event.meta().credits();
        if (!artists.isEmpty()) {
            var names = artists.stream().map(MarkdownSanitizer::escape).collect(joining(", "));
            embed.addField("Artists", Texts.cut(names, MAX_CREDITS_LENGTH), false);
        }
        return embed;
    }

    /** Makes a page of the calendar, with buttons if there is more than one. */
    public static MessageEditData calendar(
            EventCalendar<EventSummary> calendar, LocalDate today, int number, long guildId) {
        var shown = calendar.activeOn(today);
        var lines = Stream.concat(
                        calendar.upcoming(today).stream().map(occurrence -> line(occurrence, shown, today)),
                        calendar.events().stream()
                                .filter(CalendarItem::isFallback)
                                .map(event -> line(
                                        event,
                                        calendar.fallback().equals(Optional.of(event))
                                                ? FALLBACK_DATES
                                                : "unused: another fallback takes precedence")))
                .toList();
        var page = Page.of(lines, number, PAGE_SIZE);
        var embed = new EmbedBuilder()
                .setColor(Embeds.DEFAULT_COLOR)
                .setTitle("Event calendar")
                .setDescription(String.join("\n", page.items()));
        calendar.pinnedOn(today).ifPresent(event -> embed.addField("Pinned", pinned(calendar, event), false));
        return PageButton.withButtons(embed, page, guildId, PageButton.PagedList.CALENDAR);
    }

    private static String pinned(EventCalendar<EventSummary> calendar, EventSummary event) {
        var until = calendar.overrides().pin().flatMap(Pin::until);
        return line(
                event,
                until.map(day -> "by moderators, through %s (ends %s)"
                                .formatted(Dates.format(day), Dates.formatEnd(day)))
                        .orElse("by moderators, until they unpin it"));
    }

    private static String line(Occurrence<EventSummary> occurrence, Optional<EventSummary> shown, LocalDate today) {
        var event = occurrence.event();
        var days = occurrence.days();
        var text = event.dates()
                .filter(EventDates::isYearly)
                .map(EventDates::describe)
                .orElseGet(days::describe);
        if (!days.contains(today)) {
            return line(event, text + " · " + relative(days.first()));
        }
        return line(
                event,
                text
                        + (shown.equals(Optional.of(event))
                                ? " · active now, ends "
                                : " · hidden by another event, ends ")
                        + relative(days.last().plusDays(1)));
    }

    private static String line(UpcomingEvent upcoming) {
        return line(upcoming.event(), relative(upcoming.day()));
    }

    private static String line(CalendarItem event, String when) {
        return "**%s** · %s"
                .formatted(Texts.cut(MarkdownSanitizer.escape(event.title()), MAX_LISTED_TITLE_LENGTH), when);
    }

    /** Describes an event's dates. For movable dates this includes the days of the next occurrence. */
    private static String describe(CalendarItem event, LocalDate today) {
        return event.dates()
                .map(dates -> describe(dates, today))
                .orElse(event.isFallback() ? FALLBACK_DATES : "unknown");
    }

    private static String describe(EventDates dates, LocalDate today) {
        var rule = dates.describe();
        return dates.nextOccurrence(today)
                .map(DateRange::describe)
                .filter(days -> !rule.startsWith(days))
                .filter(days -> !dates.isYearly())
                .map(days -> "%s (%s)".formatted(days, rule))
                .orElse(rule);
    }

    private static String relative(LocalDate day) {
        return TimeFormat.RELATIVE.format(day.atStartOfDay(ZoneOffset.UTC));
    }
}
