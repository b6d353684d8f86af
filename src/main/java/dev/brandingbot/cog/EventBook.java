package dev.brandingbot.cog;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of the scheduled events that this bot made.
 *
 * @param ids the id of each; nothing for one that was taken away by hand, and is not made again that time
 * @param kept a mark of what was wanted when all was last as it should be
 */
record EventBook(Map<EventKey, Optional<Long>> ids, String kept) {
    private static final String KEPT = "kept";
    private static final String TAKEN_AWAY = "-";

    EventBook {
        ids = Map.copyOf(ids);
    }

    /** Reads what {@link #fields} wrote. What can't be read counts as never noted. */
    static EventBook read(Map<String, String> fields) {
        var ids = new HashMap<EventKey, Optional<Long>>();
        fields.forEach((field, value) -> EventKey.parse(field).ifPresent(key -> {
            if (value.equals(TAKEN_AWAY)) {
                ids.put(key, Optional.empty());
            } else if (value.matches("\\d{1,19}")) {
                ids.put(key, Optional.of(Long.parseUnsignedLong(value)));
            }
        }));
        return new EventBook(ids, fields.getOrDefault(KEPT, ""));
    }

    Map<String, String> fields() {
        var fields = new LinkedHashMap<>(ids.entrySet().stream()
                .collect(toMap(
                        entry -> entry.getKey().text(),
                        entry -> entry.getValue().map(Long::toUnsignedString).orElse(TAKEN_AWAY))));
        fields.put(KEPT, kept);
        return fields;
    }

    /** This with an event that was made, or found. */
    EventBook with(EventKey key, long id) {
        return with(key, Optional.of(id));
    }

    /** This with an event that was taken away by hand. */
    EventBook takenAway(EventKey key) {
        return with(key, Optional.empty());
    }

    private EventBook with(EventKey key, Optional<Long> id) {
        var next = new HashMap<>(ids);
        next.put(key, id);
        return new EventBook(next, kept);
    }

    EventBook without(EventKey key) {
        var next = new HashMap<>(ids);
        next.remove(key);
        return new EventBook(next, kept);
    }

    /** This when all is as {@code mark} wants it. */
    EventBook keeping(String mark) {
        return new EventBook(ids, mark);
    }
}
