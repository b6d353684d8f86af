package dev.brandingbot.cog.modlog;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What moderators were told, and so what to tell them now: each trouble once, and once that it is well again; in a few messages an
 * hour at most, where the last one holds all that had to wait. Recommendations use up none of these: they go along with others, or
 * in a message of their own when nothing was sent for an hour. Pure: nothing is sent or kept here.
 *
 * @param notes what is remembered of each trouble, by its key
 * @param sent when messages were sent within the last hour
 * @param recommendedAt when a message with nothing but recommendations was last sent
 * @param features the guild's features that were ever seen
 */
record AlertTracker(
        Map<String, AlertState> notes, List<Instant> sent, Optional<Instant> recommendedAt, Set<String> features) {
    /** Nothing was ever told. */
    static final AlertTracker EMPTY = new AlertTracker(Map.of(), List.of(), Optional.empty(), Set.of());

    /** What passes by itself within this time is not worth a message. */
    static final Duration PATIENCE = Duration.ofMinutes(30);

    static final int MOST_AN_HOUR = 4;
    private static final Duration HOUR = Duration.ofHours(1);

    /** What shows now and then only is told again when it was not seen for so long. */
    private static final Duration MEMORY = Duration.ofDays(30);

    AlertTracker {
        notes = Map.copyOf(notes);
        sent = List.copyOf(sent);
        features = Set.copyOf(features);
    }

    /** This book once something was seen. */
    AlertTracker noting(AlertSnapshot seen, Instant now) {
        var troubles = seen.troubles().stream().collect(toMap(Alert::key, trouble -> trouble, (one, same) -> one));
        var next = new LinkedHashMap<String, AlertState>();
        notes.forEach((key, note) -> {
            if (troubles.containsKey(key)
                    || !seen.areas().contains(note.trouble().area())) {
                next.put(key, note);
            } else {
                unseen(note, now).forEach(kept -> next.put(key, kept));
            }
        });
        troubles.forEach(
                (key, trouble) -> next.merge(key, AlertState.of(trouble, now), (known, fresh) -> known.again(trouble)));
        return new AlertTracker(next, sent, recommendedAt, features);
    }

    /** What is left of a note of something that is not there any more. */
    private static Stream<AlertState> unseen(AlertState note, Instant now) {
        if (note.trouble().urgency() == Alert.Urgency.IN_PASSING) {
            var isForgotten = note.state() == AlertState.Status.TOLD
                    && note.since().plus(MEMORY).isBefore(now);
            return isForgotten ? Stream.empty() : Stream.of(note);
        }
        return note.state() == AlertState.Status.UNTOLD ? Stream.empty() : Stream.of(note.in(AlertState.Status.WELL));
    }

    /** What is to be told now; nothing within the hour in which enough was told. */
    ModLogUpdate due(Instant now) {
        var isEnough = sentBefore(now).size() >= MOST_AN_HOUR;
        if (!isEnough && !word(now, trouble -> !trouble.isRecommendation()).isEmpty()) {
            return word(now, trouble -> true);
        }
        return isQuiet(now) ? word(now, Alert::isRecommendation) : new ModLogUpdate(List.of(), List.of());
    }

    /** Whether no message at all was sent within the last hour. */
    private boolean isQuiet(Instant now) {
        return sentBefore(now).isEmpty()
                && recommendedAt.filter(moment -> isRecent(moment, now)).isEmpty();
    }

    private ModLogUpdate word(Instant now, Predicate<Alert> which) {
        return new ModLogUpdate(
                troubles(note -> isDue(note, now), which),
                troubles(note -> note.state() == AlertState.Status.WELL, which));
    }

    /** What members see comes first, recommendations last. */
    private List<Alert> troubles(Predicate<AlertState> inState, Predicate<Alert> which) {
        return notes.values().stream()
                .filter(inState)
                .map(AlertState::trouble)
                .filter(which)
                .sorted(comparing(Alert::isRecommendation)
                        .thenComparing(trouble -> trouble.area() == AlertSource.FINDINGS)
                        .thenComparing(Alert::key))
                .toList();
    }

    private static boolean isDue(AlertState note, Instant now) {
        return note.state() == AlertState.Status.UNTOLD
                && (note.trouble().urgency() != Alert.Urgency.IF_IT_LASTS
                        || !note.since().plus(PATIENCE).isAfter(now));
    }

    /** This book once {@code word} was told. */
    AlertTracker told(ModLogUpdate word, Instant now) {
        var next = new LinkedHashMap<>(notes);
        word.troubles()
                .forEach(trouble ->
                        next.computeIfPresent(trouble.key(), (key, note) -> note.in(AlertState.Status.TOLD)));
        word.well().forEach(trouble -> next.remove(trouble.key()));
        if (Stream.concat(word.troubles().stream(), word.well().stream()).allMatch(Alert::isRecommendation)) {
            return new AlertTracker(next, sent, Optional.of(now), features);
        }
        var allSent = Stream.concat(sentBefore(now).stream(), Stream.of(now)).toList();
        return new AlertTracker(next, allSent, recommendedAt, features);
    }

    private List<Instant> sentBefore(Instant now) {
        return sent.stream().filter(moment -> isRecent(moment, now)).toList();
    }

    /** Within the last hour; a message in the future was sent by a clock that has been set back since. */
    private static boolean isRecent(Instant moment, Instant now) {
        return moment.isAfter(now.minus(HOUR)) && !moment.isAfter(now);
    }

    /** This book once the guild was seen with {@code present}. */
    AlertTracker withFeatures(Set<String> present) {
        var all = new TreeSet<>(features);
        all.addAll(present);
        return new AlertTracker(notes, sent, recommendedAt, all);
    }

    /** This book with what another one knows of an area, and of what was sent. */
    AlertTracker recalling(AlertTracker other, AlertSource area) {
        var all = new LinkedHashMap<>(notes);
        all.values().removeIf(note -> note.trouble().area() == area);
        other.notes.forEach((key, note) -> {
            if (note.trouble().area() == area) {
                all.put(key, note);
            }
        });
        return new AlertTracker(
                all,
                Stream.concat(sent.stream(), other.sent.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                recommendedAt.or(other::recommendedAt),
                features);
    }
}
