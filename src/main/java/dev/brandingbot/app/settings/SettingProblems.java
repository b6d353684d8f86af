package dev.brandingbot.app.settings;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the settings: problems, with which the bot can't start, and warnings. Not thread-safe. */
final class SettingProblems {
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** Adds a problem, with its fix. */
    void add(String problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Adds a warning, with its fix. */
    void warn(String warning) {
        warnings.add(warning);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** @throws CliException if there is a problem, with a line for each */
    void throwIfAny() throws CliException {
        if (!problems.isEmpty()) {
            throw new CliException(String.join("\n", problems));
        }
    }
}
