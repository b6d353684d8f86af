package dev.brandingbot.repository.meta;

import static dev.brandingbot.repository.meta.DateSuggestion.quote;

import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.event.date.EventEnd;
import dev.brandingbot.event.date.ListedDates;
import dev.brandingbot.event.date.RuleDates;
import dev.brandingbot.event.date.rule.DateRule;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.repository.meta.Frontmatter.Kind;
import dev.brandingbot.repository.meta.Frontmatter.Setting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses an event's dates from the settings of its {@code meta.md}. Continues after an error, so that all problems are
 * reported at once.
 */
final class MetaDatesParser {
    private static final String FALLBACK = "fallback";
    private static final String START = "start_date";
    private static final String END = "end_date";
    private static final String DURATION = "duration";
    private static final String DATES = "dates";

    /** The names of the settings that this class reads. */
    static final List<String> SETTINGS = List.of(START, END, DURATION, DATES);

    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final String path;
    private final Map<String, Setting> settings;
    private final List<Finding> findings = new ArrayList<>();

    private MetaDatesParser(String path, Map<String, Setting> settings) {
        this.path = path;
        this.settings = settings;
    }

    /**
     * The parsed dates and the findings.
     *
     * @param dates the event's dates; empty for a fallback, and if there is an error
     * @param findings the findings
     */
    record Result(Optional<EventDates> dates, List<Finding> findings) {
        Result {
            findings = List.copyOf(findings);
        }
    }

    /** Parses the settings of the file at {@code path}. */
    static Result parse(String path, Map<String, Setting> settings, boolean isFallback) {
        var parser = new MetaDatesParser(path, settings);
        var dates = isFallback ? parser.warnAboutIgnoredDates() : parser.dates();
        return new Result(parser.findings.isEmpty() ? dates : Optional.empty(), parser.findings);
    }

    private Optional<EventDates> warnAboutIgnoredDates() {
        var given = SETTINGS.stream().filter(settings::containsKey).toList();
        setting(FALLBACK)
                .filter(it -> !given.isEmpty())
                .ifPresent(it -> findings.add(FindingCode.FALLBACK_WITH_DATES
                        .finding(
                                path,
                                "Ignored: %s, because a fallback has no dates. Remove %s, or remove `fallback: true`."
                                        .formatted(String.join(" and ", given), given.size() == 1 ? "it" : "them"))
                        .atLine(it.line())));
        return Optional.empty();
    }

    private Optional<EventDates> dates() {
        var isListedOnly =
                settings.containsKey(DATES) && Stream.of(START, END, DURATION).noneMatch(settings::containsKey);
        var rule = isListedOnly ? Optional.<EventDates>empty() : rule();
        if (!settings.containsKey(DATES)) {
            return rule;
        }
        var listed = listed();
        return listed.isEmpty() ? Optional.empty() : Optional.of(new ListedDates(listed, rule));
    }

    private Optional<EventDates> rule() {
        var start = start();
        var end = end();
        return start.flatMap(first -> end.flatMap(last -> combine(first, last)));
    }

    private Optional<DateRule> start() {
        var start = setting(START);
        if (start.isEmpty()) {
            addMissing("`start_date` is missing. Add e.g. `start_date: July 10`, or `fallback: true`.");
        }
        return start.flatMap(it -> day(START, it));
    }

    private Optional<EventEnd> end() {
        var end = setting(END);
        var duration = setting(DURATION);
        if (end.isEmpty() && duration.isEmpty()) {
            addMissing("`end_date` is missing. Add e.g. `end_date: July 10`, `duration: 1 day`, or `fallback: true`.");
        }
        if (end.isPresent() && duration.isPresent()) {
            addInvalid(duration.get(), "Both `end_date` and `duration` set the end. Remove one of them.");
            return Optional.empty();
        }
        return end.flatMap(this::end).or(() -> duration.flatMap(this::duration));
    }

    private Optional<EventEnd> end(Setting end) {
        var offset = end.kind() == Kind.TEXT
                ? EventEnd.AfterDays.parseOffset(end.text())
                : Optional.<EventEnd.AfterDays>empty();
        return offset.<EventEnd>map(it -> it).or(() -> day(END, end).map(EventEnd.Until::new));
    }

    private Optional<EventEnd> duration(Setting duration) {
        var afterDays = duration.kind() == Kind.TEXT
                ? EventEnd.AfterDays.parse(duration.text())
                : Optional.<EventEnd.AfterDays>empty();
        if (afterDays.isEmpty()) {
            addInvalid(
                    duration,
                    "Invalid duration " + quote(duration.text()) + ". Write 1 to " + EventDates.MAX_DAYS
                            + " days, the first one included, e.g. `5 days`."
                            + DateSuggestion.unusualCharacters(duration.text()));
        }
        return afterDays.map(it -> it);
    }

    private Optional<DateRule> day(String name, Setting setting) {
        var day = setting.kind() == Kind.TEXT ? DateRule.parse(setting.text()) : Optional.<DateRule>empty();
        if (day.isEmpty()) {
            addInvalid(setting, DateSuggestion.problem(name, setting.text()));
        }
        return day;
    }

    /** Combines start and end, and reports an end that does not fit the start. */
    private Optional<EventDates> combine(DateRule start, EventEnd end) {
        var line = setting(END).or(() -> setting(DURATION)).orElseThrow();
        if (end instanceof EventEnd.Until until && until.day().isOneOff() && !start.isOneOff()) {
            addInvalid(line, "`end_date` has a year, but `start_date` has none. Write the year in both or in neither.");
            return Optional.empty();
        }
        var dates = EventDates.of(start, end);
        var startWithoutEnd =
                dates instanceof RuleDates rule ? rule.firstStartWithoutEnd() : Optional.<LocalDate>empty();
        startWithoutEnd.ifPresent(first -> addInvalid(
                line,
                "`end_date` " + quote(line.text()) + " is not within " + EventDates.MAX_DAYS + " days after the start ("
                        + DateSuggestion.format(first)
                        + "). Write a day in that time, or e.g. `duration: 5 days` instead."));
        return Optional.of(dates);
    }

    private SortedMap<Integer, DateRange> listed() {
        var byYear = new TreeMap<Integer, DateRange>();
        var dates = setting(DATES).orElseThrow();
        if (dates.lines().isEmpty()) {
            addInvalid(
                    dates,
                    "`dates` has no lines. Below it, add an indented line for each year, e.g. `2027: October 29 -"
                            + " October 31`, with a space after the colon.");
        }
        dates.lines()
                .forEach((year, days) -> listed(year, days).ifPresent(it -> byYear.put(Integer.valueOf(year), it)));
        return byYear;
    }

    private Optional<DateRange> listed(String year, Setting days) {
        if (!YEAR.matcher(year).matches() || !isYear(Integer.parseInt(year))) {
            addInvalid(
                    days,
                    "Invalid year " + quote(year) + " in `dates`. Write a year from " + DateRule.FIRST_YEAR + " to "
                            + DateRule.LAST_YEAR + ", e.g. `2027: October 29 - October 31`.");
            return Optional.empty();
        }
        var range = days.kind() == Kind.TEXT
                ? ListedDates.parseDays(Integer.parseInt(year), days.text())
                : Optional.<DateRange>empty();
        if (range.isEmpty()) {
            addInvalid(
                    days,
                    "Invalid dates " + quote(days.text()) + " for " + year
                            + ". Write e.g. `October 29 - October 31`; the days must exist in that year."
                            + DateSuggestion.unusualCharacters(days.text()));
        }
        return range;
    }

    private static boolean isYear(int year) {
        return year >= DateRule.FIRST_YEAR && year <= DateRule.LAST_YEAR;
    }

    private Optional<Setting> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    private void addMissing(String problem) {
        findings.add(FindingCode.MISSING_DATES.finding(path, problem));
    }

    private void addInvalid(Setting setting, String problem) {
        findings.add(FindingCode.INVALID_DATE.finding(path, problem).atLine(setting.line()));
    }
}
