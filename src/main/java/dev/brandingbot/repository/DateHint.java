package dev.brandingbot.repository;

import static java.util.function.Predicate.not;

import dev.brandingbot.event.YearlyDates;
import dev.brandingbot.event.rule.DayRule;
import dev.brandingbot.support.UserText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Guesses what was meant by a date that is neither written like {@code July 10} nor a rule or a feast. */
final class DateHint {
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(st|nd|rd|th)");
    private static final Pattern ISO = Pattern.compile("(?:\\d{4}-)?(\\d{1,2})-(\\d{1,2})");
    private static final Pattern OFFSET = Pattern.compile("(?i)start_date *\\+ *\\d{1,3}");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19[7-9]\\d|2[01]\\d\\d|2200)(?!\\d)");
    private static final Pattern DAY = Pattern.compile("0?([1-9]|[12]\\d|3[0-9])");
    private static final int LONGEST_QUOTE = 60;
    private static final int LETTERS = 3;

    private DateHint() {}

    /** What is wrong with the value of the setting {@code name}, and how to mend it. */
    static String problem(String name, String text) {
        return text.isEmpty()
                ? name + " has no value that is a date. Write it like " + name + ": July 10 ."
                : name + " is " + quoted(text) + ", which is no date. " + of(UserText.normalize(text)) + unusual(text);
    }

    /** How to mend the date, as a sentence. */
    private static String of(String text) {
        var words = words(text);
        var month = words.stream().flatMap(DateHint::month).findFirst();
        var day = words.stream().flatMap(DateHint::day).findFirst();
        if (month.isEmpty() || day.isEmpty()) {
            return rule(text);
        }
        return day(month.get(), day.get())
                .map(found -> written(found, text))
                .orElseGet(() -> name(month.get()) + " has no day " + day.get() + ": its last is "
                        + month.get().maxLength() + ".");
    }

    /** What cannot be told by looking at the text, as a sentence after another one. */
    static String unusual(String text) {
        return UserText.unusualCharacters(text)
                .map(" It contains %s."::formatted)
                .orElse("");
    }

    private static String written(MonthDay day, String text) {
        var date = YearlyDates.format(day);
        var year = YEAR.matcher(text);
        if (!year.find()) {
            return "Write " + date + ".";
        }
        return day.isValidYear(Integer.parseInt(year.group()))
                ? "Write " + date + ", or " + date + " " + year.group() + " if it is for that year only."
                : "There is no " + date + " in " + year.group() + ".";
    }

    private static String rule(String text) {
        if (OFFSET.matcher(text).matches()) {
            return "Write " + text + " days.";
        }
        return DayRule.didYouMean(text)
                .map(rule -> "Did you mean " + rule + "?")
                .orElse(
                        "Write the month's full name and the day, like July 10, or a rule like first Saturday of May, or"
                                + " a feast like Easter.");
    }

    /** A day with its year, as it can stand in a message. */
    static String day(LocalDate day) {
        return YearlyDates.format(MonthDay.from(day)) + " " + day.getYear();
    }

    /** A value as it can stand in a message: on one line and not too long. */
    static String quoted(String value) {
        var line = value.replaceAll("[\\s\\p{Cntrl}]+", " ").replace('`', '\'');
        var end = line.offsetByCodePoints(0, Math.min(LONGEST_QUOTE, line.codePointCount(0, line.length())));
        return "\"" + line.substring(0, end) + (end < line.length() ? "…" : "") + "\"";
    }

    private static List<String> words(String text) {
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            return isoWords(Integer.parseInt(iso.group(1)), iso.group(2));
        }
        var bare = ORDINAL.matcher(text.toLowerCase(Locale.ENGLISH)).replaceAll("$1");
        return Arrays.stream(bare.split("[^\\p{L}\\d]+"))
                .filter(not(String::isEmpty))
                .toList();
    }

    private static List<String> isoWords(int month, String day) {
        return month >= 1 && month <= 12 ? List.of(name(Month.of(month)), day) : List.of();
    }

    /** The month that a word begins like: abbreviations, and most misspellings. */
    private static Stream<Month> month(String word) {
        var lower = word.toLowerCase(Locale.ENGLISH);
        return lower.length() < LETTERS
                ? Stream.empty()
                : Arrays.stream(Month.values())
                        .filter(month ->
                                name(month).toLowerCase(Locale.ENGLISH).startsWith(lower.substring(0, LETTERS)));
    }

    private static Stream<Integer> day(String word) {
        var day = DAY.matcher(word);
        return day.matches() ? Stream.of(Integer.valueOf(day.group(1))) : Stream.empty();
    }

    private static Optional<MonthDay> day(Month month, int day) {
        try {
            return Optional.of(MonthDay.of(month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
