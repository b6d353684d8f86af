package dev.brandingbot.state;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Stores an entry of the history as text: {@code name=value}, separated by the one character that no path contains. */
final class HistoryField {
    private static final String NUL = "\0";
    private static final String IS = "=";
    private static final String AT = "at";
    private static final String ACTION = "deed";
    private static final String EVENT = "event";
    private static final String DETAIL = "detail";
    private static final String REASON = "reason";
    private static final String COMMAND = "command";
    private static final String MEMBER = "by";

    private HistoryField() {}

    static String write(HistoryEntry entry) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(AT, entry.at().toString());
        fields.put(ACTION, entry.action().name());
        entry.event().ifPresent(event -> fields.put(EVENT, event));
        entry.detail().ifPresent(detail -> fields.put(DETAIL, detail));
        entry.reason().ifPresent(reason -> fields.put(REASON, reason.name()));
        entry.invoker().ifPresent(caller -> {
            fields.put(COMMAND, caller.command());
            fields.put(MEMBER, Long.toUnsignedString(caller.memberId()));
        });
        return fields.entrySet().stream()
                .map(field -> field.getKey() + IS + field.getValue())
                .collect(joining(NUL));
    }

    /** Returns the entry; empty if this version does not know its action. */
    static Optional<HistoryEntry> read(String text) {
        var fields = Stream.of(text.split(NUL))
                .map(field -> field.split(IS, 2))
                .filter(parts -> parts.length == 2)
                .collect(toMap(parts -> parts[0], parts -> parts[1], (first, second) -> first));
        return moment(fields)
                .flatMap(at -> named(HistoryAction.values(), fields, ACTION)
                        .map(action -> new HistoryEntry(
                                at,
                                action,
                                Optional.ofNullable(fields.get(EVENT)),
                                Optional.ofNullable(fields.get(DETAIL)),
                                named(ApplyReason.values(), fields, REASON),
                                caller(fields))));
    }

    private static Optional<Instant> moment(Map<String, String> fields) {
        try {
            return Optional.ofNullable(fields.get(AT)).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, Map<String, String> fields, String field) {
        return Stream.of(values)
                .filter(value -> value.name().equals(fields.get(field)))
                .findFirst();
    }

    private static Optional<Invoker> caller(Map<String, String> fields) {
        return Optional.ofNullable(fields.get(MEMBER))
                .filter(id -> id.matches("\\d{1,19}"))
                .map(id -> new Invoker(Long.parseUnsignedLong(id), fields.getOrDefault(COMMAND, "")));
    }
}
