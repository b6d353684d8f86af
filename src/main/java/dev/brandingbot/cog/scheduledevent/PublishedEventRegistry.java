package dev.brandingbot.cog.scheduledevent;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of the scheduled events that this bot made.
 *
 * @param ids the id of each; nothing for one that was taken away by hand, and is not made again that time
 * @param covers a mark of the banners of which each has its cover, where that is known
 * @param fingerprint a mark of what was wanted when all was last as it should be
 */
record PublishedEventRegistry(
        Map<OccurrenceKey, Optional<Long>> ids, Map<OccurrenceKey, String> covers, String fingerprint) {
    /** Nothing was ever made. */
    static final PublishedEventRegistry EMPTY = new PublishedEventRegistry(Map.of(), Map.of(), "");

    private static final String FINGERPRINT = "kept";
    private static final String DELETED = "-";
    private static final String COVER = "cover ";

    PublishedEventRegistry {
        ids = Map.copyOf(ids);
        covers = Map.copyOf(covers);
    }

    /** Reads what {@link #fields} wrote. What can't be read counts as never noted. */
    static PublishedEventRegistry read(Map<String, String> fields) {
        var ids = new HashMap<OccurrenceKey, Optional<Long>>();
        var covers = new HashMap<OccurrenceKey, String>();
        fields.forEach((field, value) -> {
            if (field.startsWith(COVER)) {
                OccurrenceKey.parse(field.substring(COVER.length())).ifPresent(key -> covers.put(key, value));
            } else {
                OccurrenceKey.parse(field).ifPresent(key -> id(value).ifPresent(id -> ids.put(key, id)));
            }
        });
        return new PublishedEventRegistry(ids, covers, fields.getOrDefault(FINGERPRINT, ""));
    }

    /** The id in a field; an empty one for an event that was taken away, nothing where it is none. */
    private static Optional<Optional<Long>> id(String value) {
        if (value.equals(DELETED)) {
            return Optional.of(Optional.empty());
        }
        return value.matches("\\d{1,19}") ? Optional.of(Optional.of(Long.parseUnsignedLong(value))) : Optional.empty();
    }

    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        ids.forEach((key, id) ->
                fields.put(key.text(), id.map(Long::toUnsignedString).orElse(DELETED)));
        covers.forEach((key, banners) -> fields.put(COVER + key.text(), banners));
        fields.put(FINGERPRINT, fingerprint);
        return fields;
    }

    /** This with an event that was made, or found. */
    PublishedEventRegistry with(OccurrenceKey key, long id) {
        return with(key, Optional.of(id));
    }

    /** This with an event that was taken away by hand. */
    PublishedEventRegistry deletedByUser(OccurrenceKey key) {
        return with(key, Optional.empty());
    }

    private PublishedEventRegistry with(OccurrenceKey key, Optional<Long> id) {
        var next = new HashMap<>(ids);
        next.put(key, id);
        return new PublishedEventRegistry(next, covers, fingerprint);
    }

    /** This when an event has its cover of {@code banners}. */
    PublishedEventRegistry withCover(OccurrenceKey key, String banners) {
        var next = new HashMap<>(covers);
        next.put(key, banners);
        return new PublishedEventRegistry(ids, next, fingerprint);
    }

    /** This when the event of {@code known} has become that of {@code key}, with the same cover. */
    PublishedEventRegistry rescheduled(OccurrenceKey known, OccurrenceKey key, long id) {
        var there = without(known).with(key, id);
        return Optional.ofNullable(covers.get(known))
                .map(banners -> there.withCover(key, banners))
                .orElse(there);
    }

    PublishedEventRegistry without(OccurrenceKey key) {
        var nextIds = new HashMap<>(ids);
        nextIds.remove(key);
        var nextCovers = new HashMap<>(covers);
        nextCovers.remove(key);
        return new PublishedEventRegistry(nextIds, nextCovers, fingerprint);
    }

    /** This when all is as {@code mark} wants it. */
    PublishedEventRegistry withFingerprint(String mark) {
        return new PublishedEventRegistry(ids, covers, mark);
    }
}
