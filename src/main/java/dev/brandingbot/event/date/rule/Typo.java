package dev.brandingbot.event.date.rule;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word or name that somebody meant, if only one can be meant. */
final class Typo {
    /** A slip in a shorter word makes another word of it. */
    private static final int SHORTEST = 4;

    /** In a word of this length there may be two slips. */
    private static final int LONG = 8;

    private static final int SHORTEST_ABBREVIATION = 3;

    private Typo() {}

    /** The value that a word means: its name, an abbreviation or a misspelling of it. */
    static <T> Optional<T> meant(String word, Map<String, T> byKey) {
        var key = Aliases.key(word);
        var abbreviated = byKey.keySet().stream()
                .filter(name -> key.length() >= SHORTEST_ABBREVIATION && name.startsWith(key))
                .toList();
        return abbreviated.isEmpty()
                ? nearest(
                        List.of(key),
                        byKey.entrySet().stream()
                                .map(it -> Map.entry(List.of(it.getKey()), it.getValue()))
                                .toList())
                : only(abbreviated.stream().map(byKey::get).toList());
    }

    /** The value that is misspelt, word by word: a wrong word is no slip. */
    static <T> Optional<T> nearest(List<String> words, List<Map.Entry<List<String>, T>> byWords) {
        var near = byWords.stream().filter(it -> slips(words, it.getKey()) >= 0).toList();
        var fewest =
                near.stream().mapToInt(it -> slips(words, it.getKey())).min().orElse(0);
        return only(near.stream()
                .filter(it -> slips(words, it.getKey()) == fewest)
                .map(Map.Entry::getValue)
                .toList());
    }

    private static <T> Optional<T> only(List<T> values) {
        return values.stream().collect(toSet()).size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** How many slips there are in all words together; -1 if one of them is another word. */
    private static int slips(List<String> words, List<String> names) {
        if (words.size() != names.size()) {
            return -1;
        }
        var slips = IntStream.range(0, words.size())
                .map(i -> slips(words.get(i), names.get(i)))
                .toArray();
        return IntStream.of(slips).anyMatch(it -> it < 0)
                ? -1
                : IntStream.of(slips).sum();
    }

    private static int slips(String word, String name) {
        var most = name.length() >= LONG ? 2 : name.length() >= SHORTEST ? 1 : 0;
        return isSwapped(word, name) && most > 0 ? 1 : new LevenshteinDistance(most).apply(word, name);
    }

    /** Whether two neighboring letters have changed places. */
    private static boolean isSwapped(String word, String name) {
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
