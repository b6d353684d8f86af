package dev.brandingbot.event.date;

import dev.brandingbot.event.date.rule.DateRule;
import dev.brandingbot.support.UserText;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** How it is told when an event that has begun is over. */
public sealed interface EventEnd {
    /** The end of an event that begins on {@code start}; nothing when there is none within {@link EventDates#LONGEST} days. */
    Optional<LocalDate> endFor(LocalDate start);

    /**
     * It is over after a number of days.
     *
     * @param days how many days it lasts, the first included: 1 to {@link EventDates#LONGEST}
     */
    record AfterDays(int days) implements EventEnd {
        private static final Pattern AMOUNT_PATTERN = Pattern.compile("(?i)(\\d{1,3}) ?(day|week)s?");
        private static final Pattern OFFSET = Pattern.compile("(?i)start_date(?: ?\\+ ?(\\d.*))?");
        private static final int WEEK = 7;

        public AfterDays {
            if (days < 1 || days > EventDates.LONGEST) {
                throw new IllegalArgumentException("An event cannot last " + days + " days");
            }
        }

        /** Reads {@code 5 days} or {@code 2 weeks}; nothing when the text is something else or far too long. */
        public static Optional<AfterDays> parse(String text) {
            return amount(UserText.normalize(text))
                    .filter(AfterDays::isPossible)
                    .map(AfterDays::new);
        }

        /** Reads {@code start_date + 4 days}, which are 5 with the first. */
        public static Optional<AfterDays> parseOffset(String text) {
            var offset = OFFSET.matcher(UserText.normalize(text));
            if (!offset.matches()) {
                return Optional.empty();
            }
            var further = offset.group(1) == null ? Optional.of(0) : amount(offset.group(1));
            return further.map(days -> days + 1).filter(AfterDays::isPossible).map(AfterDays::new);
        }

        private static Optional<Integer> amount(String text) {
            var amount = AMOUNT_PATTERN.matcher(text);
            if (!amount.matches()) {
                return Optional.empty();
            }
            var isWeeks = amount.group(2).toLowerCase(Locale.ROOT).equals("week");
            return Optional.of(Integer.parseInt(amount.group(1)) * (isWeeks ? WEEK : 1));
        }

        private static boolean isPossible(int days) {
            return days >= 1 && days <= EventDates.LONGEST;
        }

        @Override
        public Optional<LocalDate> endFor(LocalDate start) {
            return Optional.of(start.plusDays(days - 1L));
        }

        /** The duration as {@link #parse} reads it. */
        public String asText() {
            return days == 1 ? "1 day" : days + " days";
        }
    }

    /**
     * Its last day is the first one on or after its start that a rule gives.
     *
     * @param day the rule
     */
    record Until(DateRule day) implements EventEnd {
        @Override
        public Optional<LocalDate> endFor(LocalDate start) {
            return IntStream.rangeClosed(start.getYear(), start.getYear() + 1)
                    .boxed()
                    .flatMap(year -> day.datesIn(year).stream())
                    .filter(end -> !end.isBefore(start) && end.isBefore(start.plusDays(EventDates.LONGEST)))
                    .findFirst();
        }
    }
}
