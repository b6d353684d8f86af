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

/** Says how to write a date that is neither written like {@code July 10} nor a rule or a holiday. */
final class DateSuggestion {
    private static final Pattern OFFSET = Pattern.compile("(?i)start_date *\\+ *\\d{1,3}");
    private static final int MAX_QUOTE_LENGTH = 60;

    private DateSuggestion() {}

    /** What is wrong with the value of the setting {@code name}, and how to fix it. */
    static String problem(String name, String text) {
        return text.isEmpty()
                ? name + " is empty or not plain text. Write e.g. `" + name + ": July 10`."
                : "Invalid " + name + " " + quoted(text) + ". " + remedy(UserText.normalize(text)) + unusual(text);
    }

    /** How to write the day that is meant, where only one can be meant, as a sentence. */
    private static String remedy(String text) {
        var date = WrittenDate.parse(text);
        if (date.isPresent()) {
            return written(date.get());
        } else if (OFFSET.matcher(text).matches()) {
            return "Write `" + text + " days`.";
        }
        return DateRule.didYouMeanOnce(text)
                .or(() -> DateRule.suggestion(text))
                .map("Did you mean `%s`?"::formatted)
                .orElse(
                        "Write a month and a day (`July 10`), a rule (`first Saturday of May`) or a holiday (`Easter`).");
    }

    /** What cannot be told by looking at the text, as a sentence after another one. */
    static String unusual(String text) {
        return UserText.unusualCharacters(text)
                .map(" It contains %s."::formatted)
                .orElse("");
    }

    private static String written(WrittenDate written) {
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

    /** A day with its year, as it can stand in a message. */
    static String day(LocalDate day) {
        return YearlyDates.format(MonthDay.from(day)) + " " + day.getYear();
    }

    /** A value as it can stand in a message: on one line and not too long. */
    static String quoted(String value) {
        var line = value.replaceAll("[\\s\\p{Cntrl}]+", " ").replace('`', '\'');
        var end = line.offsetByCodePoints(0, Math.min(MAX_QUOTE_LENGTH, line.codePointCount(0, line.length())));
        return "\"" + line.substring(0, end) + (end < line.length() ? "…" : "") + "\"";
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
