package dev.brandingbot.repository;

import static dev.brandingbot.repository.DateHint.quoted;
import static java.util.function.Predicate.not;

import dev.brandingbot.event.EventMeta;
import dev.brandingbot.event.Legible;
import dev.brandingbot.repository.Frontmatter.Kind;
import dev.brandingbot.repository.Frontmatter.Setting;
import dev.brandingbot.support.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules for the content of a {@code meta.md}. Goes on after an error, so that all are found at once. */
final class MetaRules {
    private static final String FALLBACK = "fallback";
    private static final String NAME = "name";
    private static final String PRIORITY = "priority";
    private static final String CREDITS = "credits";
    private static final List<String> KNOWN = Stream.concat(
                    MetaDates.SETTINGS.stream(), Stream.of(FALLBACK, NAME, PRIORITY, CREDITS))
            .toList();
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,6}");
    private static final Pattern BETWEEN_CREDITS = Pattern.compile("\\s*,\\s*");

    /** A title of an embed, or of a scheduled event, which takes no more than 100 characters. */
    private static final int LONGEST_NAME = 100;

    /** How many characters of an embed's description Discord shows. */
    private static final int SHOWN = 4096;

    private final String path;
    private final Map<String, Setting> settings;
    private final List<Finding> findings = new ArrayList<>();

    private MetaRules(String path, Map<String, Setting> settings) {
        this.path = path;
        this.settings = settings;
    }

    /** Checks the file at {@code path}. */
    static MetaFile check(String path, Frontmatter file) {
        var rules = new MetaRules(path, file.settings());
        var isFallback = rules.isFallback();
        var dates = MetaDates.read(path, file.settings(), isFallback);
        rules.findings.addAll(dates.findings());
        var meta = new EventMeta(rules.name(), dates.dates(), rules.priority(), rules.credits(), file.body());
        rules.checkNames();
        rules.checkDescription(file.body());
        return new MetaFile(meta, file.bodyLine(), isFallback, rules.findings);
    }

    private boolean isFallback() {
        var fallback = Optional.ofNullable(settings.get(FALLBACK));
        fallback.filter(it -> it.kind() != Kind.TRUTH)
                .ifPresent(it -> found(
                        FindingCode.BAD_FALLBACK,
                        it,
                        "fallback is " + quoted(it.text()) + ": write fallback: true , or remove the line."));
        return fallback.map(it -> PlainText.normalize(it.text()).matches("(?i)true|yes|on"))
                .orElse(false);
    }

    private Optional<String> name() {
        return value(
                NAME,
                FindingCode.BAD_NAME,
                "write the event's name as members read it, " + LONGEST_NAME + " characters at most",
                text -> text.length() <= LONGEST_NAME);
    }

    private int priority() {
        return value(
                        PRIORITY,
                        FindingCode.BAD_PRIORITY,
                        "write a whole number like 10; of events on the same day the one with the highest is on",
                        text -> WHOLE_NUMBER.matcher(PlainText.normalize(text)).matches())
                .map(PlainText::normalize)
                .map(Integer::valueOf)
                .orElse(EventMeta.USUAL_PRIORITY);
    }

    private List<String> credits() {
        return value(CREDITS, FindingCode.BAD_CREDITS, "write the artists' names, with commas between", text -> true)
                .map(text -> BETWEEN_CREDITS.splitAsStream(text))
                .orElseGet(Stream::of)
                .filter(not(String::isEmpty))
                .map(Legible::line)
                .toList();
    }

    /** The value of a setting that may be left out; one that is not as it should be is reported and counts as left out. */
    private Optional<String> value(String name, FindingCode code, String remedy, Predicate<String> isGood) {
        var setting = Optional.ofNullable(settings.get(name));
        var value = setting.map(Setting::text).filter(text -> !text.isEmpty() && isGood.test(text));
        setting.filter(it -> value.isEmpty())
                .ifPresent(it ->
                        found(code, it, name + " is " + quoted(it.text()) + ", which does not count: " + remedy + "."));
        return value;
    }

    private void checkNames() {
        settings.forEach((name, setting) -> {
            if (!KNOWN.contains(name)) {
                found(
                        FindingCode.UNKNOWN_SETTING,
                        setting,
                        "There is no setting " + quoted(name) + ", so it does nothing: "
                                + Spelling.closest(name, KNOWN)
                                        .map(known -> "did you mean " + known + "?")
                                        .orElse("there are " + String.join(", ", KNOWN) + "."));
            }
        });
    }

    private void checkDescription(String description) {
        if (PlainText.isBlank(description)) {
            findings.add(FindingCode.NO_DESCRIPTION.at(
                    path, "There is no description: write what the event is about below the second line of --- ."));
        }
        var length = description.codePointCount(0, description.length());
        if (length > SHOWN) {
            findings.add(FindingCode.LONG_DESCRIPTION.at(
                    path,
                    "The description has " + length + " characters, of which Discord shows " + SHOWN
                            + ": shorten it, or its end is cut off."));
        }
    }

    private void found(FindingCode code, Setting setting, String problem) {
        findings.add(code.at(path, problem).inLine(setting.line()));
    }
}
