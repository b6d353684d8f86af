package dev.brandingbot.cog.modlog;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.cog.modlog.Alert.Urgency;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a {@link AlertTracker} is kept in the fields of a hash. What can't be read counts as never noted. */
final class AlertFields {
    private static final String SENT = "sent";
    private static final String RECOMMENDED = "recommended";
    private static final String FEATURES = "features";
    private static final String ALERT = "trouble ";
    private static final String SEPARATOR = " ";

    /** Earlier versions read no alert that has more lines. */
    private static final int LINES = 6;

    /** The details of a finding, in a field of their own that earlier versions ignore. */
    private static final String FINDING = "finding ";

    private AlertFields() {}

    static Map<String, String> write(AlertTracker book) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(SENT, book.sent().stream().map(Instant::toString).collect(joining(SEPARATOR)));
        book.recommendedAt().ifPresent(moment -> fields.put(RECOMMENDED, moment.toString()));
        fields.put(FEATURES, book.features().stream().sorted().collect(joining(SEPARATOR)));
        book.states().forEach((key, note) -> {
            fields.put(ALERT + key, write(note));
            note.alert().finding().ifPresent(finding -> fields.put(FINDING + key, finding.text()));
        });
        return fields;
    }

    private static String write(AlertState note) {
        var alert = note.alert();
        return String.join(
                "\n",
                note.state().name(),
                note.since().toString(),
                alert.urgency().name(),
                alert.id(),
                alert.headline(),
                alert.text());
    }

    static AlertTracker read(Map<String, String> fields) {
        var notes = new HashMap<String, AlertState>();
        fields.forEach((field, value) -> {
            if (field.startsWith(ALERT)) {
                var key = field.substring(ALERT.length());
                var finding = Optional.ofNullable(fields.get(FINDING + key)).flatMap(Alert.FindingDetails::parse);
                state(key, value, finding)
                        .ifPresent(note -> notes.put(note.alert().key(), note));
            }
        });
        var sent = items(fields, SENT).flatMap(text -> moment(text).stream()).toList();
        var recommendedAt = moment(fields.getOrDefault(RECOMMENDED, ""));
        return new AlertTracker(
                notes, sent, recommendedAt, Set.copyOf(items(fields, FEATURES).toList()));
    }

    private static Stream<String> items(Map<String, String> fields, String field) {
        return Stream.of(fields.getOrDefault(field, "").split(SEPARATOR, -1)).filter(word -> !word.isEmpty());
    }

    private static Optional<AlertState> state(String key, String value, Optional<Alert.FindingDetails> finding) {
        var lines = List.of(value.split("\n", -1));
        if (lines.size() != LINES) {
            return Optional.empty();
        }
        try {
            var area = AlertSource.valueOf(key.substring(0, Math.max(0, key.indexOf(' '))));
            var alert = new Alert(
                    area, currentId(lines.get(3)), Urgency.valueOf(lines.get(2)), lines.get(4), lines.get(5), finding);
            return moment(lines.get(1))
                    .map(since -> new AlertState(alert, since, AlertState.Status.valueOf(lines.get(0))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A finding is the same problem under the code that it has now. */
    private static String currentId(String id) {
        var end = id.indexOf(' ');
        return end < 0 ? id : FormerFindingCodes.current(id.substring(0, end)) + id.substring(end);
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
