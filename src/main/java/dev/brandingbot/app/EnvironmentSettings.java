package dev.brandingbot.app;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Settings from environment variables, or from a {@code .env} file that gives way to them. */
record EnvironmentSettings(Map<String, String> variables, String place) implements SettingSource {
    private static final String FILE = ".env";

    EnvironmentSettings {
        variables = Map.copyOf(variables);
    }

    /** The real environment. */
    static EnvironmentSettings of(Map<String, String> variables) {
        return new EnvironmentSettings(variables, "the environment");
    }

    /**
     * The file {@code .env} in {@code folder}; nothing where there is none.
     *
     * @param problems told of a file that cannot be read, without what is in it
     */
    static EnvironmentSettings ofFile(Path folder, List<String> problems) {
        try {
            return new EnvironmentSettings(read(folder), FILE);
        } catch (DotenvException malformed) {
            problems.add(
                    FILE + " can't be read: write NAME=value on each line, a value with # or spaces in \"quotes\".");
            return new EnvironmentSettings(Map.of(), FILE);
        }
    }

    private static Map<String, String> read(Path folder) {
        return Dotenv.configure()
                .directory(folder.toAbsolutePath().toString())
                .filename(FILE)
                .ignoreIfMissing()
                .load()
                .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
                .stream()
                .collect(Collectors.toMap(DotenvEntry::getKey, DotenvEntry::getValue));
    }

    @Override
    public Optional<Written> find(Setting setting) {
        return Optional.ofNullable(variables.get(setting.name()))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> new Written(text, place));
    }

    @Override
    public String toString() {
        return "EnvironmentSettings[" + place + "]";
    }
}
