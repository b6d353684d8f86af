package dev.brandingbot.event.rule;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses which rule was meant by a text that is none. */
final class RuleGuess {
    /** Longer texts are no misspelt names. */
    private static final int LONGEST = 60;

    private static final Map<String, String> NUMBERS =
            Map.of("1st", "first", "2nd", "second", "3rd", "third", "4th", "fourth", "5th", "last", "fifth", "last");

    /** One letter in so many may be wrong. */
    private static final int LETTERS_PER_SLIP = 3;

    private static final int SHORTEST_BEGINNING = 3;
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private RuleGuess() {}

    /** @param plain without needless spaces */
    static Optional<DayRule> of(String plain) {
        return plain.length() > LONGEST
                ? Optional.empty()
                : ShiftedDay.parse(plain, RuleGuess::unshifted).or(() -> unshifted(plain));
    }

    private static Optional<DayRule> unshifted(String text) {
        return DayRule.unshifted(text)
                .or(() -> WeekdayOfMonth.parse(text, RuleGuess::meant))
                .or(() -> CalendarDay.parse(text, name -> nearest(name, ForeignMonth.BY_KEY)))
                .or(() -> nearest(text, Feast.BY_KEY));
    }

    private static <T> Optional<T> meant(String word, Map<String, T> names) {
        return nearest(NUMBERS.getOrDefault(Spelling.key(word), word), names);
    }

    /** What {@code name} means when it is an abbreviation or a misspelling of one of the names. */
    private static <T> Optional<T> nearest(String name, Map<String, T> byKey) {
        var key = Spelling.key(name);
        return byKey.entrySet().stream()
                .filter(it -> isNear(key, it.getKey()))
                .min(Comparator.<Map.Entry<String, T>>comparingInt(it -> DISTANCE.apply(key, it.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue);
    }

    private static boolean isNear(String key, String name) {
        var slips = (name.length() + 1) / LETTERS_PER_SLIP;
        return (key.length() >= SHORTEST_BEGINNING && name.startsWith(key)) || DISTANCE.apply(key, name) <= slips;
    }
}
