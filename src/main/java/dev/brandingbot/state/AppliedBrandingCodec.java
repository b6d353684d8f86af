package dev.brandingbot.state;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.event.date.EventDates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Stores {@link AppliedBranding} in the fields of the hash {@code …:information}. A field that can't be read is absent, and the next
 * check determines its value again.
 */
final class AppliedBrandingCodec {
    private static final String PATH = "event_path";
    private static final String DATES = "event_dates";
    private static final String DESCRIPTION = "event_description";
    private static final String META_SHA = "event_meta_sha";
    private static final String NAME = "event_name";
    private static final String PRIORITY = "event_priority";
    private static final String CREDITS = "event_credits";
    private static final String ANNOUNCE_SINCE = "announce_since";
    private static final String ANNOUNCED = "announced";

    /** The one character that no path in Git contains. */
    private static final String NUL = "\0";

    private AppliedBrandingCodec() {}

    /** Returns every field except those of the daemon; empty for a field that is to be removed. */
    static Map<String, Optional<String>> write(AppliedBranding remembered) {
        var fields = new LinkedHashMap<String, Optional<String>>();
        fields.put(PATH, remembered.event().map(ActiveEvent::path));
        fields.put(DATES, remembered.event().map(event -> DatesField.write(event.dates())));
        fields.put(DESCRIPTION, remembered.event().map(event -> event.meta().description()));
        fields.put(META_SHA, remembered.event().map(ActiveEvent::metaSha));
        fields.put(NAME, remembered.event().flatMap(ActiveEvent::name));
        fields.put(
                PRIORITY,
                remembered
                        .event()
                        .map(ActiveEvent::priority)
                        .filter(priority -> priority != EventMetadata.DEFAULT_PRIORITY)
                        .map(priority -> Integer.toString(priority)));
        fields.put(
                CREDITS,
                remembered
                        .event()
                        .map(event -> String.join("\n", event.meta().credits()))
                        .filter(credits -> !credits.isEmpty()));
        fields.put(ANNOUNCE_SINCE, remembered.announceSince().map(LocalDate::toString));
        fields.put(
                ANNOUNCED,
                Optional.of(remembered.announced())
                        .filter(days -> !days.isEmpty())
                        .map(AppliedBrandingCodec::join));
        for (var kind : AssetKind.values()) {
            var slot = remembered.asset(kind);
            fields.put(kind.label() + "_event", slot.eventPath());
            fields.put(kind.label() + "_sha", slot.sha());
            fields.put(kind.label() + "_hash", hash(slot));
            fields.put(kind.label() + "_rotated_at", slot.rotatedAt().map(Instant::toString));
            fields.put(
                    kind.label() + "_form",
                    Optional.of(slot.variant())
                            .filter(form -> !form.equals(AssetVariant.ORIGINAL))
                            .map(AssetVariant::name));
        }
        return fields;
    }

    /** Stored with the SHA of its asset, because an earlier version applies another asset without changing this field. */
    private static Optional<String> hash(AppliedAsset slot) {
        return slot.sha().flatMap(sha -> slot.hash().map(hash -> sha + " " + hash));
    }

    static AppliedBranding read(Map<String, String> fields, Map<AssetKind, Map<String, Integer>> uses) {
        return new AppliedBranding(
                event(fields),
                slot(fields, AssetKind.BANNER, uses),
                slot(fields, AssetKind.ICON, uses),
                parsed(fields, ANNOUNCE_SINCE, LocalDate::parse),
                announced(fields));
    }

    private static Optional<ActiveEvent> event(Map<String, String> fields) {
        return text(fields, PATH)
                .flatMap(path -> text(fields, DATES).flatMap(dates -> DatesField.read(path, dates)))
                .map(dated -> new ActiveEvent(
                        dated.path(),
                        meta(fields, dated.dates()),
                        text(fields, META_SHA).orElse("")));
    }

    private static EventMetadata meta(Map<String, String> fields, Optional<EventDates> dates) {
        return new EventMetadata(
                text(fields, NAME),
                dates,
                DatesField.readPriority(fields.get(PRIORITY)),
                text(fields, CREDITS).stream().flatMap(String::lines).toList(),
                text(fields, DESCRIPTION).orElse(""));
    }

    private static AppliedAsset slot(
            Map<String, String> fields, AssetKind kind, Map<AssetKind, Map<String, Integer>> uses) {
        var sha = text(fields, kind.label() + "_sha");
        return new AppliedAsset(
                text(fields, kind.label() + "_event"),
                sha,
                parsed(fields, kind.label() + "_rotated_at", Instant::parse),
                text(fields, kind.label() + "_form").map(AssetVariant::new).orElse(AssetVariant.ORIGINAL),
                uses.getOrDefault(kind, Map.of()),
                sha.flatMap(it -> hash(fields, kind, it)));
    }

    private static Optional<String> hash(Map<String, String> fields, AssetKind kind, String sha) {
        var start = sha + " ";
        return text(fields, kind.label() + "_hash")
                .filter(text -> text.startsWith(start))
                .map(text -> text.substring(start.length()));
    }

    private static String join(Map<String, LocalDate> announced) {
        return announced.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(joining(NUL));
    }

    private static Map<String, LocalDate> announced(Map<String, String> fields) {
        var days = new HashMap<String, LocalDate>();
        text(fields, ANNOUNCED).stream()
                .flatMap(text -> Stream.of(text.split(NUL)))
                .map(line -> line.split(" ", 2))
                .forEach(parts -> {
                    if (parts.length == 2) {
                        parse(parts[0], LocalDate::parse).ifPresent(day -> days.put(parts[1], day));
                    }
                });
        return days;
    }

    private static Optional<String> text(Map<String, String> fields, String field) {
        return Optional.ofNullable(fields.get(field));
    }

    private static <T> Optional<T> parsed(Map<String, String> fields, String field, Function<String, T> parser) {
        return text(fields, field).flatMap(text -> parse(text, parser));
    }

    private static <T> Optional<T> parse(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
