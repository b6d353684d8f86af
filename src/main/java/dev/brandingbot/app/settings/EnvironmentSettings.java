package dev.brandingbot.app.settings;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Settings from environment variables or from a {@code .env} file.
 *
 * @param variables the variables by name
 * @param place the source, which completes "in …"
 */
record EnvironmentSettings(Map<String, String> variables, String place) implements SettingSource {
    private static final String FILE = ".env";

    EnvironmentSettings {
        variables = Map.copyOf(variables);
    }

    /** Returns the settings of the process's environment. */
    static EnvironmentSettings of(Map<String, String> variables) {
        return new EnvironmentSettings(variables, "the environment");
    }

    /**
     * Reads the file {@code .env}. A missing file sets nothing.
     *
     * @param folder the folder of the file
     * @param environment the variables that values of the file may contain
     * @param problems collects the problems of the file, without its content
     */
    static EnvironmentSettings read(Path folder, Map<String, String> environment, SettingProblems problems) {
        var path = folder.resolve(FILE);
        if (!Files.exists(path)) {
            return new EnvironmentSettings(Map.of(), FILE);
        }
        try {
            var file = DotEnvFile.parse(decode(Files.readAllBytes(path)), environment);
            file.invalidLines().forEach(line -> problems.warn(invalid(line)));
            if (file.variables().values().stream().anyMatch(LocaleEncoding::isGarbled)) {
                problems.add(FILE + " contains characters in another encoding: save it as UTF-8.");
            }
            return new EnvironmentSettings(file.variables(), FILE);
        } catch (IOException unreadable) {
            problems.add(
                    FILE + " can't be read: make it a text file that the bot's user may read.",
                    Stream.of(Setting.values()));
            return new EnvironmentSettings(Map.of(), FILE);
        }
    }

    private static String invalid(int line) {
        return "%s, line %s is ignored: write NAME=value, and a value with special characters in 'quotes'."
                .formatted(FILE, line);
    }

    /** Notepad and PowerShell may write UTF-16, with a byte order mark. */
    private static String decode(byte[] bytes) {
        return new String(bytes, encoding(bytes));
    }

    private static Charset encoding(byte[] bytes) {
        var hasByteOrderMark = bytes.length >= 2 && (bytes[0] & bytes[1] & 0xFE) == 0xFE && bytes[0] != bytes[1];
        return hasByteOrderMark ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
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
