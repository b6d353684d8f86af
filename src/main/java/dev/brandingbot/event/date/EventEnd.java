package dev.brandingbot.event.date;

import dev.brandingbot.event.date.rule.DateRule;
import dev.brandingbot.support.UserText;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Determines the last day of an event from its first day. */
public sealed interface EventEnd {
    /**
     * Returns the last day of an event that starts on {@code start}; empty if there is none within
     * {@link EventDates#MAX_DAYS} days.
     */
    Optional<LocalDate> endFor(LocalDate start);

    /**
     * The event lasts a number of days.
     *
     * @param days the number of days, including the first: 1 to {@link EventDates#MAX_DAYS}
     */
    record AfterDays(int days) implements EventEnd {
        private static final Pattern AMOUNT_PATTERN = Pattern.compile("(?i)(\\d{1,3}) ?(day|week)s?");
        private static final Pattern OFFSET = Pattern.compile("(?i)start_date(?: ?\\+ ?(\\d.*))?");
        private static final int DAYS_PER_WEEK = 7;

        public AfterDays {
            if (days < 1 || days > EventDates.MAX_DAYS) {
                throw new IllegalArgumentException("An event cannot last " + days + " days");
            }
        }

        /** Parses {@code 5 days} or {@code 2 weeks}; empty if the text is invalid or the duration is too long. */
        public static Optional<AfterDays> parse(String text) {
            return parseAmount(UserText.normalize(text))
                    .filter(AfterDays::isValid)
                    .map(AfterDays::new);
        }

        /** Parses {@code start_date + 4 days}, which is 5 days including the first. */
        public static Optional<AfterDays> parseOffset(String text) {
            var offset = OFFSET.matcher(UserText.normalize(text));
            if (!offset.matches()) {
                return Optional.empty();
            }
            var additionalDays = offset.group(1) == null ? Optional.of(0) : parseAmount(offset.group(1));
            return additionalDays
                    .map(days -> days + 1)
                    .filter(AfterDays::isValid)
                    .map(AfterDays::new);
        }

        private static Optional<Integer> parseAmount(String text) {
            var amount = AMOUNT_PATTERN.matcher(text);
            if (!amount.matches()) {
                return Optional.empty();
            }
            var isWeeks = amount.group(2).toLowerCase(Locale.ROOT).equals("week");
            return Optional.of(Integer.parseInt(amount.group(1)) * (isWeeks ? DAYS_PER_WEEK : 1));
        }

        private static boolean isValid(int days) {
            return days >= 1 && days <= EventDates.MAX_DAYS;
        }

        @Override
        public Optional<LocalDate> endFor(LocalDate start) {
            return Optional.of(start.plusDays(days - 1L));
        }

        /** Returns the duration in the format of {@link #parse}. */
        public String asText() {
            return days == 1 ? "1 day" : days + " days";
        }
    }

    /**
     * The event ends on the first day on or after its start that a rule yields.
     *
     * @param day the rule
     */
    record Until(DateRule day) implements EventEnd {
        @Override
        public Optional<LocalDate> endFor(LocalDate start) {
            return IntStream.rangeClosed(start.getYear(), start.getYear() + 1)
                    .boxed()
                    .flatMap(year -> day.datesIn(year).stream())
                    .filter(end -> !end.isBefore(start) && end.isBefore(start.plusDays(EventDates.MAX_DAYS)))
                    .findFirst();
        }
    }
}
