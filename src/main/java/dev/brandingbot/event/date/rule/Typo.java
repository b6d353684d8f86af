package dev.brandingbot.event.date.rule;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the intended word or name for a misspelled one, if it is unambiguous. */
final class Typo {
    /** A In shorter words, a typo may result in another word. */
    private static final int MIN_LENGTH_FOR_TYPO = 4;

    /** Words of at least this length may have two typos. */
    private static final int MIN_LENGTH_FOR_TWO_TYPOS = 8;

    private static final int MIN_ABBREVIATION_LENGTH = 3;

    private Typo() {}

    /** Returns the value for a name, an abbreviation or a misspelling of it. */
    static <T> Optional<T> resolve(String word, Map<String, T> byKey) {
        var key = Aliases.key(word);
        var abbreviated = byKey.keySet().stream()
                .filter(name -> key.length() >= MIN_ABBREVIATION_LENGTH && name.startsWith(key))
                .toList();
        return abbreviated.isEmpty()
                ? nearest(
                        List.of(key),
                        byKey.entrySet().stream()
                                .map(it -> Map.entry(List.of(it.getKey()), it.getValue()))
                                .toList())
                : singleValue(abbreviated.stream().map(byKey::get).toList());
    }

    /** Returns the value with the fewest typos, compared word by word. */
    static <T> Optional<T> nearest(List<String> words, List<Map.Entry<List<String>, T>> byWords) {
        var near = byWords.stream()
                .filter(it -> countTypos(words, it.getKey()) >= 0)
                .toList();
        var fewest = near.stream()
                .mapToInt(it -> countTypos(words, it.getKey()))
                .min()
                .orElse(0);
        return singleValue(near.stream()
                .filter(it -> countTypos(words, it.getKey()) == fewest)
                .map(Map.Entry::getValue)
                .toList());
    }

    private static <T> Optional<T> singleValue(List<T> values) {
        return values.stream().collect(toSet()).size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Returns the number of typos in all words; -1 if a word has too many. */
    private static int countTypos(List<String> words, List<String> names) {
        if (words.size() != names.size()) {
            return -1;
        }
        var typos = IntStream.range(0, words.size())
                .map(i -> countTypos(words.get(i), names.get(i)))
                .toArray();
        return IntStream.of(typos).anyMatch(it -> it < 0)
                ? -1
                : IntStream.of(typos).sum();
    }

    private static int countTypos(String word, String name) {
        var maxTypos = name.length() >= MIN_LENGTH_FOR_TWO_TYPOS ? 2 : name.length() >= MIN_LENGTH_FOR_TYPO ? 1 : 0;
        return isTransposition(word, name) && maxTypos > 0 ? 1 : new LevenshteinDistance(maxTypos).apply(word, name);
    }

    /** Whether two adjacent letters are transposed. */
    private static boolean isTransposition(String word, String name) {
        if (word.length() != name.length()) {
            return false;
        }
        var different = IntStream.range(0, word.length())
                .filter(i -> word.charAt(i) != name.charAt(i))
                .toArray();
        return different.length == 2
                && different[1] == different[0] + 1
                && word.charAt(different[0]) == name.charAt(different[1])
                && word.charAt(different[1]) == name.charAt(different[0]);
    }
}
