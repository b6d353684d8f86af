package dev.brandingbot.app.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The settings file, a flat YAML mapping. Values are read as plain text, so that {@code off} is not a boolean and an ID keeps its digits.
 */
final class SettingsFile implements SettingSource {
    private static final double MIN_SIMILARITY = 0.75;

    private final Path shownPath;
    private final SettingProblems problems;
    private final Map<Setting, Written> written = new EnumMap<>(Setting.class);

    private SettingsFile(Path shownPath, SettingProblems problems) {
        this.shownPath = shownPath;
        this.problems = problems;
    }

    /** Returns a file without settings. */
    static SettingsFile empty() {
        return new SettingsFile(Path.of(""), new SettingProblems());
    }

    /**
     * Reads a file.
     *
     * @param folder the folder for a relative path
     * @param path the path as the user wrote it
     * @param problems collects the problems of the file
     */
    static SettingsFile read(Path folder, Path path, SettingProblems problems) {
        SettingsFile file = new SettingsFile(path, problems);
        try {
            file.parse(Files.readString(folder.resolve(path)));
        } catch (IOException unreadable) {
            problems.add(
                    "%s can't be read: name an existing UTF-8 file with --config or BRANDING_CONFIG.".formatted(path),
                    fileSettings());
        }
        return file;
    }

    private void parse(String text) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                mapping.getValue().forEach(this::readLine);
            } else if (root != null && !root.getTag().equals(Tag.NULL)) {
                problems.add(
                        "%s contains no settings: write a line like \"guild_id: 1234\" for each.".formatted(shownPath),
                        fileSettings());
            }
        } catch (MarkedYAMLException malformed) {
            problems.add(
                    "%s is not valid YAML: %s.".formatted(at(malformed.getProblemMark()), malformed.getProblem()),
                    fileSettings());
        } catch (YAMLException malformed) {
            problems.add(
                    "%s is not valid YAML: write a line like \"guild_id: 1234\" for each setting.".formatted(shownPath),
                    fileSettings());
        }
    }

    private void readLine(NodeTuple line) {
        String place = at(line.getKeyNode().getStartMark());
        String key = line.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        Optional<Setting> named = named(key);
        if (named.isEmpty()) {
            Optional<Setting> meant = meant(key);
            problems.add("%s: there is no setting \"%s\"; %s".formatted(place, key, suggestion(meant)), meant.stream());
            return;
        }
        Setting setting = named.get();
        Optional<String> text = textOf(line.getValueNode());
        if (text.isEmpty()) {
            problems.add("%s: %s is nested; use %s.".formatted(place, key, setting.expected()), Stream.of(setting));
        } else if (written.putIfAbsent(setting, new Written(text.get().strip(), place)) != null) {
            problems.add("%s: %s is set twice; remove one.".formatted(place, key));
        }
    }

    private static Optional<Setting> named(String key) {
        return fileSettings().filter(setting -> setting.fileKey().equals(key)).findFirst();
    }

    private static Optional<Setting> meant(String key) {
        String plain = plain(key);
        return Stream.of(Setting.values())
                .filter(setting -> plain.equals(plain(setting.fileKey())) || plain.equals(plain(setting.name())))
                .findFirst()
                .or(() -> nearest(key));
    }

    private static String suggestion(Optional<Setting> meant) {
        if (meant.isEmpty()) {
            return fileSettings().map(Setting::fileKey).collect(Collectors.joining(", ", "there are ", "."));
        }
        return meant.get().isForFile()
                ? "did you mean \"%s\"?".formatted(meant.get().fileKey())
                : "%s belongs in the environment or in .env, not in a shared file.".formatted(meant.get());
    }

    private static Optional<Setting> nearest(String key) {
        return fileSettings()
                .max(Comparator.comparingDouble(setting -> MisspelledSettings.similarity(key, setting.fileKey())))
                .filter(setting -> MisspelledSettings.similarity(key, setting.fileKey()) >= MIN_SIMILARITY);
    }

    private static Stream<Setting> fileSettings() {
        return Stream.of(Setting.values()).filter(Setting::isForFile);
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static Optional<String> textOf(Node value) {
        if (value.getTag().equals(Tag.NULL)) {
            return Optional.of("");
        }
        if (value instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        if (value instanceof SequenceNode sequence
                && sequence.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
            return Optional.of(sequence.getValue().stream()
                    .map(item -> ((ScalarNode) item).getValue())
                    .collect(Collectors.joining(",")));
        }
        return Optional.empty();
    }

    private String at(@Nullable Mark mark) {
        return mark == null ? shownPath.toString() : "%s, line %s".formatted(shownPath, mark.getLine() + 1);
    }

    @Override
    public Optional<Written> find(Setting setting) {
        return Optional.ofNullable(written.get(setting))
                .filter(value -> !value.text().isEmpty());
    }
}
