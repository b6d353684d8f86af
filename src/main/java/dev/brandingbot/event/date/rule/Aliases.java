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

/** Looks up names that have several spellings. */
final class Aliases {
    /** Characters that are part of a name; anything else means that the text is not just a name. */
    private static final Pattern NAME =
            Pattern.compile("\\p{L}(?:[\\p{L}\\p{M}\\p{Nd} '\u2019\u02bb\u02bf\u02be-]*[\\p{L}\\p{M}])?");

    private Aliases() {}

    /** A Returns a name without case, accents, spaces, hyphens and apostrophes. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{Nd}]", "")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Returns values by the keys of their names.
     *
     * @param spellings returns a value's names, separated by commas
     */
    static <T> Map<String, T> byKey(T[] values, Function<T, String> spellings) {
        return Arrays.stream(values)
                .flatMap(value -> Arrays.stream(spellings.apply(value).split(",", -1))
                        .map(spelling -> Map.entry(key(spelling), value)))
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Returns the keys of a name's words. */
    static List<String> words(String name) {
        return Arrays.stream(name.split("[ '\u2019\u02bb\u02bf\u02be-]+", -1))
                .map(Aliases::key)
                .filter(not(String::isEmpty))
                .toList();
    }

    /**
     * Returns values by the words of their names.
     *
     * @param spellings returns a value's names, separated by commas
     */
    static <T> List<Map.Entry<List<String>, T>> byWords(T[] values, Function<T, String> spellings) {
        return Arrays.stream(values)
                .flatMap(value -> Arrays.stream(spellings.apply(value).split(",", -1))
                        .map(spelling -> Map.entry(words(spelling), value)))
                .toList();
    }

    /** Returns the first of several spellings. */
    static String primary(String spellings) {
        return spellings.split(",", 2)[0];
    }

    /** Returns the value with this name; empty if there is none. */
    static <T> Optional<T> exact(String name, Map<String, T> byKey) {
        return NAME.matcher(name).matches() ? Optional.ofNullable(byKey.get(key(name))) : Optional.empty();
    }
}
