package dev.brandingbot.cog.scheduledevent;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The recorded scheduled events that this bot created.
 *
 * @param ids the ID of each event; empty if a user deleted it, so that it is not created again for that occurrence
 * @param covers the fingerprint of the banners from which each cover was made, if known
 * @param fingerprint the fingerprint of the desired events when all were last up to date
 */
record PublishedEventRegistry(
        Map<OccurrenceKey, Optional<Long>> ids, Map<OccurrenceKey, String> covers, String fingerprint) {
    /** The registry before the first event. */
    static final PublishedEventRegistry EMPTY = new PublishedEventRegistry(Map.of(), Map.of(), "");

    private static final String FINGERPRINT = "kept";
    private static final String DELETED = "-";
    private static final String COVER = "cover ";

    PublishedEventRegistry {
        ids = Map.copyOf(ids);
        covers = Map.copyOf(covers);
    }

    /** Parses what {@link #fields} returned. Fields that can't be parsed are ignored. */
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

    /** Parses the value of a field; an inner empty means an event that a user deleted. */
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

    /** Returns the registry with an event that was created or found. */
    PublishedEventRegistry with(OccurrenceKey key, long id) {
        return with(key, Optional.of(id));
    }

    /** Returns the registry with an event that a user deleted. */
    PublishedEventRegistry deletedByUser(OccurrenceKey key) {
        return with(key, Optional.empty());
    }

    private PublishedEventRegistry with(OccurrenceKey key, Optional<Long> id) {
        var next = new HashMap<>(ids);
        next.put(key, id);
        return new PublishedEventRegistry(next, covers, fingerprint);
    }

    /** Returns the registry with the cover of an event. */
    PublishedEventRegistry withCover(OccurrenceKey key, String banners) {
        var next = new HashMap<>(covers);
        next.put(key, banners);
        return new PublishedEventRegistry(ids, next, fingerprint);
    }

    /** Returns the registry after an event was moved to another occurrence, with the same cover. */
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

    /** Returns the registry with another fingerprint. */
    PublishedEventRegistry withFingerprint(String fingerprint) {
        return new PublishedEventRegistry(ids, covers, fingerprint);
    }
}
