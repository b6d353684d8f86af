package dev.brandingbot.sync;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarOverrides;
import dev.brandingbot.event.Pin;
import dev.brandingbot.event.Skip;
import dev.brandingbot.state.Invoker;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;

/** What moderators ask for at random, with a plain model of what it means. */
final class ChaosModerators {
    private static final Invoker CALLER = new Invoker(7, "event pin");
    private static final int MONTHS = 6;

    private final Random random;

    /** What was asked for last, and what before it: of a command that was cut short, either may count. */
    private CalendarOverrides wanted = CalendarOverrides.EMPTY;

    private CalendarOverrides before = CalendarOverrides.EMPTY;

    ChaosModerators(Random random) {
        this.random = random;
    }

    /** The path of the event that is pinned at {@code day}, be it there or not. */
    Optional<String> pinned(LocalDate day) {
        return wanted.pin()
                .filter(pin -> pin.until().map(last -> !day.isAfter(last)).orElse(true))
                .map(Pin::path);
    }

    /** Whether the run of the event's days that begins on {@code first} is left out. */
    boolean leaveOut(String path, LocalDate first) {
        return wanted.skips().stream()
                .filter(skip -> skip.path().equals(path))
                .map(skip -> skip.days().first())
                .anyMatch(day -> first.isAfter(day.minusMonths(MONTHS)) && first.isBefore(day.plusMonths(MONTHS)));
    }

    /** A command that can be given to any copy. */
    interface Command {
        SyncReport give(BrandingSynchronizer synchroniser);
    }

    /** Something that a moderator may ask for. */
    Command next(ChaosRepository repository, LocalDate today) {
        var events = repository.events();
        var event = events.get(random.nextInt(events.size()));
        return switch (random.nextInt(6)) {
            case 0, 1 -> rotate();
            case 2 -> adjust(wanted.withoutPin());
            case 3 ->
                event.days
                        .map(days -> adjust(wanted.withSkip(new Skip(event.path(), days.next(today)))))
                        .orElseGet(this::rotate);
            case 4 -> adjust(wanted.withoutSkip(event.path()));
            default -> adjust(wanted.withPin(new Pin(event.path(), today, until(today))));
        };
    }

    private Optional<LocalDate> until(LocalDate today) {
        return random.nextInt(6) == 0 ? Optional.empty() : Optional.of(today.plusDays(random.nextInt(12)));
    }

    private Command rotate() {
        var kind = AssetKind.values()[random.nextInt(2)];
        return synchroniser -> synchroniser.rotate(kind, Optional.empty(), CALLER);
    }

    private Command adjust(CalendarOverrides after) {
        return synchroniser -> {
            before = wanted;
            wanted = after;
            return synchroniser.override((current, today) -> after, CALLER).report();
        };
    }

    /** What counts is what Redis holds: all of the last command, or nothing of it. */
    boolean takes(CalendarOverrides stored) {
        var isWhole = stored.equals(wanted) || stored.equals(before);
        wanted = stored;
        before = stored;
        return isWhole;
    }

    /** Redis was emptied. */
    void forget() {
        wanted = CalendarOverrides.EMPTY;
        before = CalendarOverrides.EMPTY;
    }

    @Override
    public String toString() {
        return wanted.toString();
    }
}
