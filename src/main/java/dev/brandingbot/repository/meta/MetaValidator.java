package dev.brandingbot.repository.meta;

import static dev.brandingbot.repository.meta.DateSuggestion.quote;
import static java.util.function.Predicate.not;

import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.repository.meta.Frontmatter.Kind;
import dev.brandingbot.repository.meta.Frontmatter.Setting;
import dev.brandingbot.support.Suggestions;
import dev.brandingbot.support.UserText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Validates the settings and the description of a {@code meta.md}. Continues after an error, so that all problems are
 * reported at once.
 */
final class MetaValidator {
    private static final String FALLBACK = "fallback";
    private static final String NAME = "name";
    private static final String PRIORITY = "priority";
    private static final String CREDITS = "credits";
    /** The names of all settings. */
    static final List<String> KNOWN = Stream.concat(
                    MetaDatesParser.SETTINGS.stream(), Stream.of(FALLBACK, NAME, PRIORITY, CREDITS))
            .toList();

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,6}");
    private static final Pattern BETWEEN_CREDITS = Pattern.compile(",");

    /** A Discord's limit for the name of a scheduled event. */
    private static final int MAX_NAME_LENGTH = 100;

    /** Discord's limit for the description of an embed. */
    private static final int MAX_DESCRIPTION_LENGTH = 4096;

    private final String path;
    private final Map<String, Setting> settings;
    private final List<Finding> findings = new ArrayList<>();

    private MetaValidator(String path, Map<String, Setting> settings) {
        this.path = path;
        this.settings = settings;
    }

    /** Validates the file at {@code path}. */
    static MetaFile validate(String path, Frontmatter file) {
        var validator = new MetaValidator(path, file.settings());
        var isFallback = validator.isFallback();
        var dates = MetaDatesParser.parse(path, file.settings(), isFallback);
        validator.findings.addAll(dates.findings());
        var meta = new EventMetadata(
                validator.name(), dates.dates(), validator.priority(), validator.credits(), file.body());
        validator.checkNames();
        validator.checkDescription(file.body());
        return new MetaFile(meta, file.bodyLine(), isFallback, validator.findings);
    }

    private boolean isFallback() {
        var fallback = setting(FALLBACK);
        fallback.filter(it -> it.kind() != Kind.BOOLEAN)
                .ifPresent(it -> add(
                        FindingCode.INVALID_FALLBACK,
                        it,
                        "Invalid `fallback` " + quote(it.text()) + ". Write `fallback: true`, or remove the line."));
        return fallback.map(it -> UserText.normalize(it.text()).matches("(?i)true|yes|on"))
                .orElse(false);
    }

    private Optional<String> name() {
        return text(NAME, FindingCode.INVALID_NAME, "Write the name that members see, or remove the line.")
                .filter(this::isShortEnough);
    }

    private boolean isShortEnough(String name) {
        var isShort = name.length() <= MAX_NAME_LENGTH;
        if (!isShort) {
            setting(NAME)
                    .ifPresent(it -> add(
                            FindingCode.INVALID_NAME,
                            it,
                            "Ignored: `name` has %s characters; Discord shows %s. Shorten it."
                                    .formatted(name.length(), MAX_NAME_LENGTH)));
        }
        return isShort;
    }

    private int priority() {
        var number = setting(PRIORITY)
                .map(it -> UserText.normalize(it.text()))
                .filter(text -> WHOLE_NUMBER.matcher(text).matches());
        setting(PRIORITY)
                .filter(it -> number.isEmpty())
                .ifPresent(it -> add(
                        FindingCode.INVALID_PRIORITY,
                        it,
                        "Ignored: `priority` " + quote(it.text())
                                + " is not a whole number. Example: `priority: 10` (the highest wins)."));
        return number.map(Integer::valueOf).orElse(EventMetadata.DEFAULT_PRIORITY);
    }

    private List<String> credits() {
        var names = setting(CREDITS).stream()
                .flatMap(it -> BETWEEN_CREDITS.splitAsStream(it.text()))
                .map(UserText::toSingleLine)
                .filter(not(UserText::isBlank))
                .toList();
        if (names.isEmpty()) {
            addIgnored(
                    CREDITS,
                    FindingCode.INVALID_CREDITS,
                    "Write the artists' names, separated by commas, or remove the line.");
        }
        return names;
    }

    /** Returns the value of a setting as a single line of text. Any other value is reported and ignored. */
    private Optional<String> text(String name, FindingCode code, String remedy) {
        var value = setting(name)
                .filter(it -> it.kind() != Kind.LIST)
                .map(it -> UserText.toSingleLine(it.text()))
                .filter(not(UserText::isBlank));
        if (value.isEmpty()) {
            addIgnored(name, code, remedy);
        }
        return value;
    }

    private void addIgnored(String name, FindingCode code, String remedy) {
        setting(name).ifPresent(it -> {
            var isEmpty =
                    it.text().isEmpty() && it.kind() != Kind.MAP && advice(it).isEmpty();
            var problem = isEmpty || it.kind() == Kind.TEXT ? " is empty. " : " is not plain text. ";
            add(code, it, "Ignored: `" + name + "`" + problem + advice(it).orElse(remedy));
        });
    }

    private static Optional<String> advice(Setting setting) {
        return setting.kind() == Kind.TEXT ? Optional.empty() : YamlAdvice.forValue(setting.source());
    }

    private Optional<Setting> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    private void checkNames() {
        settings.forEach((name, setting) -> {
            if (!KNOWN.contains(name)) {
                add(
                        FindingCode.UNKNOWN_SETTING,
                        setting,
                        "Ignored: unknown setting " + quote(name) + ". "
                                + Suggestions.closest(name, KNOWN)
                                        .map("Did you mean `%s`?"::formatted)
                                        .orElse("Settings are " + String.join(", ", KNOWN) + "."));
            }
        });
    }

    private void checkDescription(String description) {
        if (UserText.isBlank(description)) {
            findings.add(FindingCode.MISSING_DESCRIPTION.finding(
                    path, "The description is missing. Write what the event is about below the second `---`."));
        }
        var length = description.codePointCount(0, description.length());
        if (length > MAX_DESCRIPTION_LENGTH) {
            findings.add(FindingCode.LONG_DESCRIPTION.finding(
                    path,
                    "The description has %s characters; Discord shows the first %s. Shorten it."
                            .formatted(length, MAX_DESCRIPTION_LENGTH)));
        }
    }

    private void add(FindingCode code, Setting setting, String problem) {
        findings.add(code.finding(path, problem).atLine(setting.line()));
    }
}
