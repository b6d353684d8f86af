package dev.brandingbot.app.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.commons.text.similarity.LongestCommonSubsequence;

/** Finds misspelled names of settings. */
final class MisspelledSettings {
    private static final String PREFIX = "BRANDING_";
    private static final double MIN_SIMILARITY = 0.5;
    private static final LevenshteinDistance TYPOS = new LevenshteinDistance(2);
    private static final LongestCommonSubsequence COMMON_LETTERS = new LongestCommonSubsequence();

    private MisspelledSettings() {}

    /** Returns a warning for each variable that begins with BRANDING_ and is not a setting, or whose name is nearly that of one. */
    static List<String> warnings(EnvironmentSettings environment) {
        return environment.variables().keySet().stream()
                .filter(name -> Stream.of(Setting.values())
                        .noneMatch(setting -> setting.name().equals(name)))
                .sorted()
                .flatMap(name -> warning(name, environment.place()).stream())
                .toList();
    }

    private static Optional<String> warning(String name, String place) {
        Optional<Setting> meant = meant(name.toUpperCase(Locale.ROOT));
        if (meant.isPresent()) {
            return Optional.of(
                    "There is no setting %s, which is set in %s; did you mean %s?".formatted(name, place, meant.get()));
        }
        return Optional.of("There is no setting %s, which is set in %s. docs/CONFIGURATION.md lists all settings."
                        .formatted(name, place))
                .filter(warning -> name.toUpperCase(Locale.ROOT).startsWith(PREFIX));
    }

    /** Returns the most similar setting. Other programs have variables with GITHUB_ or REDIS_, so those must be more similar. */
    private static Optional<Setting> meant(String name) {
        return Stream.of(Setting.values())
                .max(Comparator.comparingDouble(setting -> similarity(name, setting.name())))
                .filter(setting -> TYPOS.apply(name, setting.name()) >= 0
                        || (name.startsWith(PREFIX)
                                && similarity(withoutPrefix(name), withoutPrefix(setting.name())) >= MIN_SIMILARITY));
    }

    private static String withoutPrefix(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    /** Returns the share of letters that two names have in common, in the same order, from 0 to 1. */
    static double similarity(String one, String other) {
        return 2.0 * COMMON_LETTERS.apply(one, other) / (one.length() + other.length());
    }
}
