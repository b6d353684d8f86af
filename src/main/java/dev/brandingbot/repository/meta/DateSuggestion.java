package dev.brandingbot.repository.meta;

import dev.brandingbot.event.date.YearlyDates;
import dev.brandingbot.event.date.rule.DateRule;
import dev.brandingbot.event.date.rule.WrittenDate;
import dev.brandingbot.support.UserText;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** Explains how to write a date that could not be parsed. */
final class DateSuggestion {
    private static final Pattern OFFSET = Pattern.compile("(?i)start_date *\\+ *\\d{1,3}");
    private static final int MAX_QUOTE_LENGTH = 60;

    private DateSuggestion() {}

    /** Returns what is wrong with the value of the setting {@code name}, and how to fix it. */
    static String problem(String name, String text) {
        return text.isEmpty()
                ? name + " is empty or not plain text. Write e.g. `" + name + ": July 10`."
                : "Invalid " + name + " " + quote(text) + ". " + remedy(UserText.normalize(text))
                        + unusualCharacters(text);
    }

    /** Returns how to write the intended day if it is unambiguous, otherwise examples, as a sentence. */
    private static String remedy(String text) {
        var date = WrittenDate.parse(text);
        if (date.isPresent()) {
            return remedy(date.get());
        } else if (OFFSET.matcher(text).matches()) {
            return "Write `" + text + " days`.";
        }
        return DateRule.oneOffSuggestion(text)
                .or(() -> DateRule.suggestion(text))
                .map("Did you mean `%s`?"::formatted)
                .orElse("Write a month and a day (`July 10`), a rule (`first Saturday of May`) or a holiday"
                        + " (`Easter`).");
    }

    /** Returns a sentence about unusual characters in the text, with a leading space; empty if there are none. */
    static String unusualCharacters(String text) {
        return UserText.unusualCharacters(text)
                .map(" It contains %s."::formatted)
                .orElse("");
    }

    private static String remedy(WrittenDate written) {
        var day = written.monthDay();
        if (day.isEmpty()) {
            return "%1$s has no day %2$s. Its last day is %1$s %3$s."
                    .formatted(
                            name(written.month()),
                            written.day(),
                            written.month().maxLength());
        }
        var date = YearlyDates.format(day.get());
        return written.year()
                .map(year -> day.get().isValidYear(year)
                        ? "Write `%s %s`, or `%s` for every year.".formatted(date, year, date)
                        : "There is no %s in %s.".formatted(date, year))
                .orElse("Write `" + date + "`.");
    }

    /** A Formats a day with its year for a message. */
    static String format(LocalDate day) {
        return YearlyDates.format(MonthDay.from(day)) + " " + day.getYear();
    }

    /** A Quotes a value for a message: on a single singleLine, shortened, without backticks. */
    static String quote(String value) {
        var singleLine = value.replaceAll("[\\s\\p{Cntrl}]+", " ").replace('`', '\'');
        var end = singleLine.offsetByCodePoints(
                0, Math.min(MAX_QUOTE_LENGTH, singleLine.codePointCount(0, singleLine.length())));
        return "\"" + singleLine.substring(0, end) + (end < singleLine.length() ? "…" : "") + "\"";
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
