package dev.brandingbot.cog;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What moderators were told, and so what to tell them now: each trouble once, and once that it is well again; in a few messages an
 * hour at most, where the last one holds all that had to wait. Pure: nothing is sent or kept here.
 *
 * @param notes what is remembered of each trouble, by its key
 * @param sent when messages were sent within the last hour
 * @param features the guild's features that were ever seen
 */
record TroubleBook(Map<String, TroubleNote> notes, List<Instant> sent, Set<String> features) {
    /** Nothing was ever told. */
    static final TroubleBook EMPTY = new TroubleBook(Map.of(), List.of(), Set.of());

    /** What passes by itself within this time is not worth a message. */
    static final Duration PATIENCE = Duration.ofMinutes(30);

    static final int MOST_AN_HOUR = 4;
    private static final Duration HOUR = Duration.ofHours(1);

    /** What shows now and then only is told again when it was not seen for so long. */
    private static final Duration MEMORY = Duration.ofDays(30);

    TroubleBook {
        notes = Map.copyOf(notes);
        sent = List.copyOf(sent);
        features = Set.copyOf(features);
    }

    /** This book once something was seen. */
    TroubleBook noting(Observation seen, Instant now) {
        var troubles = seen.troubles().stream().collect(toMap(Trouble::key, trouble -> trouble, (one, same) -> one));
        var next = new LinkedHashMap<String, TroubleNote>();
        notes.forEach((key, note) -> {
            if (troubles.containsKey(key)
                    || !seen.areas().contains(note.trouble().area())) {
                next.put(key, note);
            } else {
                unseen(note, now).forEach(kept -> next.put(key, kept));
            }
        });
        troubles.forEach((key, trouble) ->
                next.merge(key, TroubleNote.of(trouble, now), (known, fresh) -> known.again(trouble)));
        return new TroubleBook(next, sent, features);
    }

    /** What is left of a note of something that is not there any more. */
    private static Stream<TroubleNote> unseen(TroubleNote note, Instant now) {
        if (note.trouble().urgency() == Trouble.Urgency.IN_PASSING) {
            var isForgotten = note.state() == TroubleNote.State.TOLD
                    && note.since().plus(MEMORY).isBefore(now);
            return isForgotten ? Stream.empty() : Stream.of(note);
        }
        return note.state() == TroubleNote.State.UNTOLD ? Stream.empty() : Stream.of(note.in(TroubleNote.State.WELL));
    }

    /** What is to be told now; nothing within the hour in which enough was told. */
    ModLogWord due(Instant now) {
        return sentBefore(now).size() >= MOST_AN_HOUR
                ? new ModLogWord(List.of(), List.of())
                : new ModLogWord(
                        troubles(note -> isDue(note, now)), troubles(note -> note.state() == TroubleNote.State.WELL));
    }

    private List<Trouble> troubles(Predicate<TroubleNote> which) {
        return notes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .filter(which)
                .map(TroubleNote::trouble)
                .toList();
    }

    private static boolean isDue(TroubleNote note, Instant now) {
        return note.state() == TroubleNote.State.UNTOLD
                && (note.trouble().urgency() != Trouble.Urgency.IF_IT_LASTS
                        || !note.since().plus(PATIENCE).isAfter(now));
    }

    /** This book once {@code word} was told. */
    TroubleBook told(ModLogWord word, Instant now) {
        var next = new LinkedHashMap<>(notes);
        word.troubles()
                .forEach(trouble ->
                        next.computeIfPresent(trouble.key(), (key, note) -> note.in(TroubleNote.State.TOLD)));
        word.well().forEach(trouble -> next.remove(trouble.key()));
        return new TroubleBook(
                next, Stream.concat(sentBefore(now).stream(), Stream.of(now)).toList(), features);
    }

    /** Of the last hour; a message in the future was sent by a clock that has been set back since. */
    private List<Instant> sentBefore(Instant now) {
        return sent.stream()
                .filter(moment -> moment.isAfter(now.minus(HOUR)) && !moment.isAfter(now))
                .toList();
    }

    /** This book once the guild was seen with {@code present}. */
    TroubleBook withFeatures(Set<String> present) {
        var all = new TreeSet<>(features);
        all.addAll(present);
        return new TroubleBook(notes, sent, all);
    }

    /** This book with what another one knows of an area, and of what was sent. */
    TroubleBook recalling(TroubleBook other, TroubleArea area) {
        var all = new LinkedHashMap<>(notes);
        all.values().removeIf(note -> note.trouble().area() == area);
        other.notes.forEach((key, note) -> {
            if (note.trouble().area() == area) {
                all.put(key, note);
            }
        });
        return new TroubleBook(
                all,
                Stream.concat(sent.stream(), other.sent.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                features);
    }
}
