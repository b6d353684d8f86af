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
 * @param states what is remembered of each trouble, by its key
 * @param sent when messages were sent within the last hour
 * @param recommendedAt when a message with nothing but recommendations was last sent
 * @param features the guild's features that were ever seen
 */
record AlertTracker(
        Map<String, AlertState> states, List<Instant> sent, Optional<Instant> recommendedAt, Set<String> features) {
    /** Nothing was ever told. */
    static final AlertTracker EMPTY = new AlertTracker(Map.of(), List.of(), Optional.empty(), Set.of());

    /** What passes by itself within this time is not worth a message. */
    static final Duration GRACE_PERIOD = Duration.ofMinutes(30);

    static final int MAX_PER_HOUR = 4;
    private static final Duration HOUR = Duration.ofHours(1);

    /** What shows now and then only is told again when it was not seen for so long. */
    private static final Duration MEMORY = Duration.ofDays(30);

    AlertTracker {
        states = Map.copyOf(states);
        sent = List.copyOf(sent);
        features = Set.copyOf(features);
    }

    /** This book once something was seen. */
    AlertTracker observe(AlertSnapshot seen, Instant now) {
        var troubles = seen.alerts().stream().collect(toMap(Alert::key, trouble -> trouble, (one, same) -> one));
        var next = new LinkedHashMap<String, AlertState>();
        states.forEach((key, note) -> {
            if (troubles.containsKey(key)
                    || !seen.sources().contains(note.alert().source())) {
                next.put(key, note);
            } else {
                missing(note, now).forEach(kept -> next.put(key, kept));
            }
        });
        troubles.forEach((key, trouble) ->
                next.merge(key, AlertState.of(trouble, now), (known, fresh) -> known.seenAgain(trouble)));
        return new AlertTracker(next, sent, recommendedAt, features);
    }

    /** What is left of a note of something that is not there any more. */
    private static Stream<AlertState> missing(AlertState note, Instant now) {
        if (note.alert().urgency() == Alert.Urgency.IN_PASSING) {
            var isForgotten = note.state() == AlertState.Status.TOLD
                    && note.since().plus(MEMORY).isBefore(now);
            return isForgotten ? Stream.empty() : Stream.of(note);
        }
        return note.state() == AlertState.Status.UNTOLD
                ? Stream.empty()
                : Stream.of(note.withStatus(AlertState.Status.WELL));
    }

    /** What is to be told now; nothing within the hour in which enough was told. */
    ModLogUpdate pendingUpdate(Instant now) {
        var isEnough = sentBefore(now).size() >= MAX_PER_HOUR;
        if (!isEnough && !update(now, trouble -> !trouble.isRecommendation()).isEmpty()) {
            return update(now, trouble -> true);
        }
        return isQuiet(now) ? update(now, Alert::isRecommendation) : new ModLogUpdate(List.of(), List.of());
    }

    /** Whether no message at all was sent within the last hour. */
    private boolean isQuiet(Instant now) {
        return sentBefore(now).isEmpty()
                && recommendedAt.filter(moment -> isRecent(moment, now)).isEmpty();
    }

    private ModLogUpdate update(Instant now, Predicate<Alert> which) {
        return new ModLogUpdate(
                alerts(note -> isDue(note, now), which), alerts(note -> note.state() == AlertState.Status.WELL, which));
    }

    /** What members see comes first, recommendations last. */
    private List<Alert> alerts(Predicate<AlertState> inState, Predicate<Alert> which) {
        return states.values().stream()
                .filter(inState)
                .map(AlertState::alert)
                .filter(which)
                .sorted(comparing(Alert::isRecommendation)
                        .thenComparing(trouble -> trouble.source() == AlertSource.FINDINGS)
                        .thenComparing(Alert::path)
                        .thenComparing(Alert::line)
                        .thenComparing(Alert::key))
                .toList();
    }

    private static boolean isDue(AlertState note, Instant now) {
        return note.state() == AlertState.Status.UNTOLD
                && (note.alert().urgency() != Alert.Urgency.IF_IT_LASTS
                        || !note.since().plus(GRACE_PERIOD).isAfter(now));
    }

    /** This book once {@code word} was told. */
    AlertTracker markSent(ModLogUpdate word, Instant now) {
        var next = new LinkedHashMap<>(states);
        word.raised()
                .forEach(trouble ->
                        next.computeIfPresent(trouble.key(), (key, note) -> note.withStatus(AlertState.Status.TOLD)));
        word.resolved().forEach(trouble -> next.remove(trouble.key()));
        if (Stream.concat(word.raised().stream(), word.resolved().stream()).allMatch(Alert::isRecommendation)) {
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
        return new AlertTracker(states, sent, recommendedAt, all);
    }

    /** This book with what another one knows of an area, and of what was sent. */
    AlertTracker mergeFrom(AlertTracker other, AlertSource area) {
        var all = new LinkedHashMap<>(states);
        all.values().removeIf(note -> note.alert().source() == area);
        other.states.forEach((key, note) -> {
            if (note.alert().source() == area) {
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
