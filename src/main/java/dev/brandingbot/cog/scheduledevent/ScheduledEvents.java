package dev.brandingbot.cog.scheduledevent;

import static java.util.function.Predicate.not;

import dev.brandingbot.cog.modlog.Observation;
import dev.brandingbot.cog.modlog.Trouble;
import dev.brandingbot.cog.modlog.TroubleArea;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.state.FencedOutException;
import dev.brandingbot.sync.guild.GuildAnswer;
import dev.brandingbot.sync.lock.Turn;
import dev.brandingbot.sync.lock.Turns;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the next dated events published as scheduled events at Discord, and touches none that somebody else made. What is
 * published is remembered in Redis, step by step; an event that somebody took away is not made again that time. A look costs
 * requests when the calendar changed, and once a day. Waits for Discord and Redis, so it is not for JDA's threads.
 */
public final class ScheduledEvents {
    private static final Logger log = LoggerFactory.getLogger(ScheduledEvents.class);

    /** The name under which is kept what is published. */
    static final String NOTES = "scheduled_events";

    /** What one round does at most; the next one goes on. */
    private static final int MOST_STEPS = 5;

    private static final EnumSet<TroubleArea> AREA = EnumSet.of(TroubleArea.SCHEDULED_EVENTS);

    private final int count;
    private final Supplier<Optional<EventBoard>> boards;
    private final EventCovers covers;
    private final Turns turns;
    private final Clock clock;
    private volatile Rejections rejections = new Rejections("", Map.of(), false);

    /**
     * What Discord rejected and would reject again. It is not sent again as long as the mark stays the same, so a day at most.
     *
     * @param mark the mark of what was wanted
     * @param alerts what moderators are told about each rejected step
     * @param isAll whether nothing else was left to do
     */
    private record Rejections(String mark, Map<String, Trouble> alerts, boolean isAll) {
        Rejections {
            alerts = Map.copyOf(alerts);
        }
    }

    /**
     * @param count how many events to keep published
     * @param boards looks the guild up, and finds nothing while it is not available
     * @param turns keep other copies of the bot from doing the same at the same time
     */
    public ScheduledEvents(
            int count, Supplier<Optional<EventBoard>> boards, EventCovers covers, Turns turns, Clock clock) {
        this.count = count;
        this.boards = boards;
        this.covers = covers;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Brings what is published in step with the calendar.
     *
     * @return what is wrong with it; nothing when it could not be looked at now
     */
    public Optional<Observation> keep(Snapshot snapshot) {
        var board = boards.get();
        var turn = board.isEmpty() ? Optional.<Turn>empty() : turns.take();
        if (board.isEmpty() || turn.isEmpty()) {
            return Optional.empty();
        }
        try (var held = turn.get()) {
            return Optional.of(observation(board.get()
                    .obstacle()
                    .map(ScheduledEventAlerts::obstacle)
                    .or(() -> new Round(board.get(), held, snapshot).run())));
        } catch (FencedOutException e) {
            log.debug("Lost the lock; another instance updates the scheduled events.");
            return Optional.empty();
        }
    }

    private static Observation observation(Optional<Trouble> trouble) {
        return new Observation(AREA, trouble.stream().toList());
    }

    /** One round, in one turn. */
    private final class Round {
        private final EventBoard board;
        private final Turn turn;
        private final Snapshot snapshot;
        private final Instant now = clock.instant();
        private final List<PublishedEvent> published = new ArrayList<>();
        private final Map<String, Trouble> rejected = new LinkedHashMap<>();
        private EventBook book;

        Round(EventBoard board, Turn turn, Snapshot snapshot) {
            this.board = board;
            this.turn = turn;
            this.snapshot = snapshot;
            this.book = EventBook.read(turn.state().notes(NOTES));
        }

        Optional<Trouble> run() {
            var wanted = wanted();
            var mark = mark(wanted);
            if (book.kept().equals(mark)) {
                return Optional.empty();
            }
            if (rejections.mark().equals(mark)) {
                rejected.putAll(rejections.alerts());
            }
            return rejections.isAll() && !rejected.isEmpty() ? rejected() : run(wanted, mark);
        }

        private Optional<Trouble> run(List<WantedEvent> wanted, String mark) {
            var answer = board.list(published::addAll);
            if (answer instanceof GuildAnswer.NotDone notDone) {
                return Optional.of(ScheduledEventAlerts.unchecked(notDone.reason()));
            }
            var steps = EventPlan.steps(wanted, snapshot.broken(), book, published, now).stream()
                    .filter(step -> !rejected.containsKey(step.label()))
                    .toList();
            var failures = steps.stream()
                    .limit(MOST_STEPS)
                    .flatMap(step -> take(step).stream())
                    .toList();
            // What was done is checked once more: only Discord knows the result.
            if (steps.isEmpty() && rejected.isEmpty()) {
                write(book.keeping(mark));
            }
            rejections = new Rejections(mark, rejected, steps.isEmpty());
            return failures.stream().findFirst().or(this::rejected);
        }

        private Optional<Trouble> rejected() {
            return rejected.values().stream().findFirst();
        }

        /** What moderators skip, or what other events hide on all of its days, is not promised. */
        private List<WantedEvent> wanted() {
            var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            var adjustments = turn.state().adjustments().at(today);
            var calendar = snapshot.calendar().with(adjustments);
            return calendar.upcoming(today).stream()
                    .filter(not(calendar::isHidden))
                    .limit(count)
                    .map(WantedEvent::of)
                    .toList();
        }

        /** The same as long as nothing is to be done; another one every day, to notice what was done by hand. */
        private String mark(List<WantedEvent> wanted) {
            var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            var events = wanted.stream()
                    .map(event -> List.of(
                            event.key(), event.days().last(), event.name(), event.description(), event.banners()))
                    .toList();
            return today + " "
                    + Integer.toHexString(
                            List.of(count, events, snapshot.broken()).hashCode());
        }

        /** Performs a step. Returns empty if it succeeded, or if Discord rejected it, which is remembered. */
        private Optional<Trouble> take(EventStep step) {
            if (step instanceof EventStep.Create create) {
                return create(create);
            } else if (step instanceof EventStep.Change change) {
                return change(change);
            } else if (step instanceof EventStep.Cover cover) {
                return cover(cover);
            } else if (step instanceof EventStep.Remove remove) {
                return remove(remove);
            } else if (step instanceof EventStep.RemoveTwin twin) {
                return send(step, "Deleted a duplicate event.", () -> board.remove(twin.id()));
            } else if (step instanceof EventStep.Adopt adopt) {
                write(made(adopt.wanted(), adopt.id()));
            } else if (step instanceof EventStep.NoteTakenAway gone) {
                write(book.takenAway(gone.known()));
            } else if (step instanceof EventStep.Forget forget) {
                write(book.without(forget.known()));
            }
            return Optional.empty();
        }

        private Optional<Trouble> create(EventStep.Create create) {
            var wanted = create.wanted();
            try {
                var cover = covers.of(wanted.event());
                return send(
                        create,
                        "Published an event.",
                        () -> board.create(wanted, now, cover, id -> write(made(wanted, id))));
            } catch (RepositoryUnavailableException e) {
                return Optional.of(ScheduledEventAlerts.failed(wanted.key(), e.reason()));
            }
        }

        private EventBook made(WantedEvent wanted, long id) {
            return book.with(wanted.key(), id).covered(wanted.key(), wanted.banners());
        }

        /** Without a usable banner the cover stays what it is. */
        private Optional<Trouble> cover(EventStep.Cover step) {
            var wanted = step.wanted();
            try {
                var trouble = covers.of(wanted.event())
                        .flatMap(cover ->
                                send(step, "Changed the cover of an event.", () -> board.cover(step.id(), cover)));
                if (trouble.isEmpty() && !rejected.containsKey(step.label())) {
                    write(book.covered(wanted.key(), wanted.banners()));
                }
                return trouble;
            } catch (RepositoryUnavailableException e) {
                return Optional.of(ScheduledEventAlerts.failed(wanted.key(), e.reason()));
            }
        }

        private Optional<Trouble> change(EventStep.Change change) {
            var wanted = change.wanted().key();
            var trouble = send(
                    change, "Changed a published event.", () -> board.change(change.published(), change.wanted(), now));
            if (trouble.isEmpty() && !rejected.containsKey(change.label())) {
                write(book.moved(change.known(), wanted, change.published().id()));
            }
            return trouble;
        }

        private Optional<Trouble> remove(EventStep.Remove remove) {
            var trouble = send(remove, "Deleted a published event.", () -> board.remove(remove.id()));
            if (trouble.isEmpty() && !rejected.containsKey(remove.label())) {
                write(book.without(remove.known()));
            }
            return trouble;
        }

        private Optional<Trouble> send(EventStep step, String success, Supplier<GuildAnswer> request) {
            var key = step.key();
            if (!turn.lasts().getAsBoolean()) {
                return Optional.of(ScheduledEventAlerts.failed(key, GuildAnswer.LOCK_LOST.reason()));
            }
            var answer = request.get();
            if (!(answer instanceof GuildAnswer.NotDone notDone)) {
                log.info("{} event={}", success, key.text());
                return Optional.empty();
            }
            log.warn("Could not update a scheduled event. event={} answer={}", key.text(), answer);
            if (notDone instanceof GuildAnswer.Refused) {
                rejected.put(step.label(), ScheduledEventAlerts.rejected(key, notDone.reason()));
                return Optional.empty();
            }
            return Optional.of(ScheduledEventAlerts.failed(key, notDone.reason()));
        }

        private void write(EventBook next) {
            turn.state().writeNotes(NOTES, next.fields());
            book = next;
        }
    }
}
