package dev.brandingbot.state;

import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Stores a {@link LastCheck} in the fields of the hash {@code …:look}. What can't be read is absent. */
final class LastCheckFields {
    /** When the next check is due. */
    static final String NEXT = "next";

    private static final String AT = "at";
    private static final String IN_STEP = "in_step";
    private static final String SENTENCES = "sentences";
    private static final String PENDING = "pending";
    private static final String PROBLEMS = "problems";
    private static final String PROBLEM_COUNT = "problem_count";

    /** A separator that no text for moderators contains. */
    private static final String NUL = "\0";

    private static final String ERROR = "error";
    private static final String WARNING = "warning";

    private LastCheckFields() {}

    static Map<String, String> write(LastCheck check) {
        var problems = check.problems().stream()
                .flatMap(problem -> Stream.of(problem.isError() ? ERROR : WARNING, problem.path(), problem.message()));
        return Map.of(
                AT, check.at().toString(),
                IN_STEP, Boolean.toString(check.isInSync()),
                SENTENCES, join(check.summary().stream()),
                PENDING, join(check.pending().stream()),
                PROBLEMS, join(problems),
                PROBLEM_COUNT, Integer.toString(check.problemCount()));
    }

    static Optional<LastCheck> read(Map<String, String> fields) {
        return Optional.ofNullable(fields.get(AT))
                .flatMap(LastCheckFields::moment)
                .map(at -> new LastCheck(
                        at,
                        Boolean.parseBoolean(fields.get(IN_STEP)),
                        split(fields, SENTENCES),
                        split(fields, PENDING),
                        problems(split(fields, PROBLEMS)),
                        count(fields)));
    }

    static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<LastCheck.RecordedFinding> problems(List<String> parts) {
        return Stream.iterate(0, i -> i + 2 < parts.size(), i -> i + 3)
                .map(i -> new LastCheck.RecordedFinding(parts.get(i).equals(ERROR), parts.get(i + 1), parts.get(i + 2)))
                .toList();
    }

    private static int count(Map<String, String> fields) {
        return Optional.ofNullable(fields.get(PROBLEM_COUNT))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    private static String join(Stream<String> texts) {
        return texts.map(text -> text.replace(NUL, " ")).collect(joining(NUL));
    }

    private static List<String> split(Map<String, String> fields, String field) {
        return Optional.ofNullable(fields.get(field)).filter(text -> !text.isEmpty()).stream()
                .flatMap(text -> Stream.of(text.split(NUL, -1)))
                .toList();
    }
}
