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
 * Tracks which alerts were sent and decides which to send: each problem once, and once that it is resolved, in a few messages per
 * hour. Recommendations don't count toward that limit: they are sent with other alerts, or in a message of their own after an
 * hour without messages. Immutable; sends and stores nothing.
 *
 * @param states the state of each alert by its key
 * @param sent the times of the messages that were sent within the last hour
 * @param recommendedAt when a message with nothing but recommendations was last sent
 * @param features all features that the guild ever had
 */
record AlertTracker(
        Map<String, AlertState> states, List<Instant> sent, Optional<Instant> recommendedAt, Set<String> features) {
    /** The state before the first alert. */
    static final AlertTracker EMPTY = new AlertTracker(Map.of(), List.of(), Optional.empty(), Set.of());

    /** How long a problem has to last that may resolve itself. */
    static final Duration GRACE_PERIOD = Duration.ofMinutes(30);

    static final int MAX_PER_HOUR = 4;
    private static final Duration HOUR = Duration.ofHours(1);

    /** How long a transient alert is remembered before it is sent again. */
    private static final Duration MEMORY = Duration.ofDays(30);

    AlertTracker {
        states = Map.copyOf(states);
        sent = List.copyOf(sent);
        features = Set.copyOf(features);
    }

    /** Returns the tracker after a check. */
    AlertTracker observe(AlertSnapshot seen, Instant now) {
        var alerts = seen.alerts().stream().collect(toMap(Alert::key, alert -> alert, (one, same) -> one));
        var next = new LinkedHashMap<String, AlertState>();
        states.forEach((key, state) -> {
            if (alerts.containsKey(key)
                    || !seen.sources().contains(state.alert().source())) {
                next.put(key, state);
            } else {
                missing(state, now).forEach(kept -> next.put(key, kept));
            }
        });
        alerts.forEach(
                (key, alert) -> next.merge(key, AlertState.of(alert, now), (known, fresh) -> known.seenAgain(alert)));
        return new AlertTracker(next, sent, recommendedAt, features);
    }

    /** Returns the state of an alert whose problem was not found anymore; empty if it can be forgotten. */
    private static Stream<AlertState> missing(AlertState state, Instant now) {
        if (state.alert().urgency() == Alert.Urgency.IN_PASSING) {
            var isForgotten = state.state() == AlertState.Status.TOLD
                    && state.since().plus(MEMORY).isBefore(now);
            return isForgotten ? Stream.empty() : Stream.of(state);
        }
        return state.state() == AlertState.Status.UNTOLD
                ? Stream.empty()
                : Stream.of(state.withStatus(AlertState.Status.WELL));
    }

    /** Returns what to send now; empty if there is nothing or the limit per hour is reached. */
    ModLogUpdate pendingUpdate(Instant now) {
        var isEnough = sentBefore(now).size() >= MAX_PER_HOUR;
        if (!isEnough && !update(now, alert -> !alert.isRecommendation()).isEmpty()) {
            return update(now, alert -> true);
        }
        return isQuiet(now) ? update(now, Alert::isRecommendation) : new ModLogUpdate(List.of(), List.of());
    }

    /** Whether no message was sent within the last hour. */
    private boolean isQuiet(Instant now) {
        return sentBefore(now).isEmpty()
                && recommendedAt.filter(moment -> isRecent(moment, now)).isEmpty();
    }

    private ModLogUpdate update(Instant now, Predicate<Alert> which) {
        return new ModLogUpdate(
                alerts(state -> isDue(state, now), which),
                alerts(state -> state.state() == AlertState.Status.WELL, which));
    }

    /** Sorts alerts: problems that members notice first, recommendations last. */
    private List<Alert> alerts(Predicate<AlertState> inState, Predicate<Alert> which) {
        return states.values().stream()
                .filter(inState)
                .map(AlertState::alert)
                .filter(which)
                .sorted(comparing(Alert::isRecommendation)
                        .thenComparing(alert -> alert.source() == AlertSource.FINDINGS)
                        .thenComparing(Alert::path)
                        .thenComparing(Alert::line)
                        .thenComparing(Alert::key))
                .toList();
    }

    private static boolean isDue(AlertState state, Instant now) {
        return state.state() == AlertState.Status.UNTOLD
                && (state.alert().urgency() != Alert.Urgency.IF_IT_LASTS
                        || !state.since().plus(GRACE_PERIOD).isAfter(now));
    }

    /** Returns the tracker after an update was sent. */
    AlertTracker markSent(ModLogUpdate update, Instant now) {
        var next = new LinkedHashMap<>(states);
        update.raised()
                .forEach(alert ->
                        next.computeIfPresent(alert.key(), (key, state) -> state.withStatus(AlertState.Status.TOLD)));
        update.resolved().forEach(alert -> next.remove(alert.key()));
        if (Stream.concat(update.raised().stream(), update.resolved().stream()).allMatch(Alert::isRecommendation)) {
            return new AlertTracker(next, sent, Optional.of(now), features);
        }
        var allSent = Stream.concat(sentBefore(now).stream(), Stream.of(now)).toList();
        return new AlertTracker(next, allSent, recommendedAt, features);
    }

    private List<Instant> sentBefore(Instant now) {
        return sent.stream().filter(moment -> isRecent(moment, now)).toList();
    }

    /** Whether a message was sent within the last hour. One in the future means that the clock was set back. */
    private static boolean isRecent(Instant moment, Instant now) {
        return moment.isAfter(now.minus(HOUR)) && !moment.isAfter(now);
    }

    /** Returns the tracker after the guild was found with the features {@code present}. */
    AlertTracker withFeatures(Set<String> present) {
        var all = new TreeSet<>(features);
        all.addAll(present);
        return new AlertTracker(states, sent, recommendedAt, all);
    }

    /** Returns this tracker with another one's alerts of one source and its times of sent messages. */
    AlertTracker mergeFrom(AlertTracker other, AlertSource source) {
        var all = new LinkedHashMap<>(states);
        all.values().removeIf(state -> state.alert().source() == source);
        other.states.forEach((key, state) -> {
            if (state.alert().source() == source) {
                all.put(key, state);
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
