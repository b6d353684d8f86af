package dev.brandingbot.app.settings;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Collects problems of the settings, with which the bot can't start, and warnings. Not thread-safe. */
final class SettingProblems {
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Set<Setting> affected = EnumSet.noneOf(Setting.class);

    /** Adds a problem, with its fix. */
    void add(String problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /**
     * Adds a problem because of which settings can't be read, so that they are not reported as missing.
     *
     * @param problem the problem, with its fix
     * @param settings the settings that may be set where the problem is
     */
    void add(String problem, Stream<Setting> settings) {
        add(problem);
        settings.forEach(affected::add);
    }

    /** Whether a setting may be set where a problem was found. */
    boolean affects(Setting setting) {
        return affected.contains(setting);
    }

    /** Adds a warning, with its fix. */
    void warn(String warning) {
        warnings.add(warning);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Throws the problems as one exception.
     *
     * @throws CliException with a line for each problem, if there are any
     */
    void throwIfAny() throws CliException {
        if (!problems.isEmpty()) {
            throw new CliException(String.join("\n", problems));
        }
    }
}
