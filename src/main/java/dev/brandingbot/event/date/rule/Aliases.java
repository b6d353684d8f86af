package dev.brandingbot.event.date.rule;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Names that people spell in several ways. */
final class Aliases {
    /** With these in between, letters make a name, and not a name and something else. */
    private static final Pattern NAME =
            Pattern.compile("\\p{L}(?:[\\p{L}\\p{M}\\p{Nd} '\u2019\u02bb\u02bf\u02be-]*[\\p{L}\\p{M}])?");

    private Aliases() {}

    /** A name without what spellings differ in: case, accents, spaces, hyphens and apostrophes. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{Nd}]", "")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Values by the keys of their names.
     *
     * @param spellings a value's names, with commas between them
     */
    static <T> Map<String, T> byKey(T[] values, Function<T, String> spellings) {
        return Arrays.stream(values)
                .flatMap(value -> Arrays.stream(spellings.apply(value).split(",", -1))
                        .map(spelling -> Map.entry(key(spelling), value)))
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The words of a name, each without what spellings differ in. */
    static List<String> words(String name) {
        return Arrays.stream(name.split("[ '\u2019\u02bb\u02bf\u02be-]+", -1))
                .map(Aliases::key)
                .filter(not(String::isEmpty))
                .toList();
    }

    /**
     * Values by the words of their names.
     *
     * @param spellings a value's names, with commas between them
     */
    static <T> List<Map.Entry<List<String>, T>> byWords(T[] values, Function<T, String> spellings) {
        return Arrays.stream(values)
                .flatMap(value -> Arrays.stream(spellings.apply(value).split(",", -1))
                        .map(spelling -> Map.entry(words(spelling), value)))
                .toList();
    }

    /** The first of several spellings. */
    static String primary(String spellings) {
        return spellings.split(",", 2)[0];
    }

    /** What {@code name} means when it is one of the names. */
    static <T> Optional<T> exact(String name, Map<String, T> byKey) {
        return NAME.matcher(name).matches() ? Optional.ofNullable(byKey.get(key(name))) : Optional.empty();
    }
}
