package dev.brandingbot.app.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.commons.text.similarity.LongestCommonSubsequence;

/** Finds names that look like settings and are none. */
final class MisspelledSettings {
    private static final String PREFIX = "BRANDING_";
    private static final LevenshteinDistance TYPOS = new LevenshteinDistance(2);
    private static final LongestCommonSubsequence COMMON_LETTERS = new LongestCommonSubsequence();

    private MisspelledSettings() {}

    /** Returns a line for each variable that begins with BRANDING_ and is no setting, or that is nearly the name of one. */
    static List<String> warnings(EnvironmentSettings environment) {
        return environment.variables().keySet().stream()
                .filter(name -> Stream.of(Setting.values())
                        .noneMatch(setting -> setting.name().equals(name)))
                .sorted()
                .flatMap(name -> meant(name.toUpperCase(Locale.ROOT))
                        .map(setting -> "There is no setting %s, which is set in %s; did you mean %s?"
                                .formatted(name, environment.place(), setting))
                        .stream())
                .toList();
    }

    /** Other programs have variables that begin with GITHUB_ or REDIS_, so that these have to be closer. */
    private static Optional<Setting> meant(String name) {
        return Optional.of(nearest(name))
                .filter(setting -> name.startsWith(PREFIX) || TYPOS.apply(name, setting.name()) >= 0);
    }

    /** Returns the setting whose name has most in common with {@code name}. */
    static Setting nearest(String name) {
        return Stream.of(Setting.values())
                .max(Comparator.comparingDouble(setting -> similarity(name, setting.name())))
                .orElseThrow();
    }

    /** Returns the share of letters that both have, in the same order, from 0 to 1. */
    static double similarity(String one, String other) {
        return 2.0 * COMMON_LETTERS.apply(one, other) / (one.length() + other.length());
    }
}
