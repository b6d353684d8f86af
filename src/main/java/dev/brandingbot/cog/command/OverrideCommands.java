package dev.brandingbot.cog.command;

import static java.util.function.Function.identity;

import dev.brandingbot.cog.daemon.BrandingDaemon;
import dev.brandingbot.cog.embed.Dates;
import dev.brandingbot.cog.embed.Embeds;
import dev.brandingbot.cog.embed.EventNames;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.event.CalendarOverrides;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.Pin;
import dev.brandingbot.event.Skip;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.support.Texts;
import dev.brandingbot.support.UserText;
import dev.brandingbot.sync.BrandingSynchronizer;
import dev.brandingbot.sync.OverrideChange;
import dev.brandingbot.sync.OverrideResult;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;

/**
 * The commands that pin, skip and rotate. Blocks on Redis, GitHub and Discord.
 *
 * @param daemon applies the end of overrides, and retries what failed
 */
public record OverrideCommands(
        BrandingSynchronizer synchronizer, BrandingStore state, BrandingDaemon daemon, Clock clock) {
    private static final int MAX_CHOICE_LENGTH = 100;

    MessageEmbed pin(CommandInvocation call) {
        var until = call.option(CommandOption.UNTIL);
        var problem = until.flatMap(this::problem);
        var last = until.flatMap(text -> Dates.parse(text, today()));
        return problem.map(Embeds::notChanged)
                .orElseGet(() -> ofEvent(call, event -> isBroken(event) ? broken(event) : pin(call, event, last)));
    }

    /** Why a pin can't end on the given day; empty if it can. */
    private Optional<String> problem(String until) {
        var today = today();
        var last = Dates.parse(until, today);
        if (last.isEmpty()) {
            return Optional.of("\"%s\" is not a valid date. Write a date like July 10 or 2027-07-10."
                    .formatted(Texts.cut(until, MAX_CHOICE_LENGTH)));
        }
        if (last.get().isBefore(today)) {
            return Optional.of("%s is in the past, so nothing was pinned. Choose today or later, or leave `until` out."
                    .formatted(Dates.format(last.get())));
        }
        return Dates.nextIfJustPassed(until, today)
                .map(next -> "%s is in the past, so nothing was pinned. If you mean next year, write %s."
                        .formatted(Dates.format(next.minusYears(1)), next));
    }

    private MessageEmbed pin(CommandInvocation call, EventSummary event, Optional<LocalDate> last) {
        var result = adjust(
                call,
                (current, today) ->
                        current.pin().filter(pin -> isSame(pin, event, last)).isPresent()
                                ? current
                                : current.withPin(new Pin(event.path(), today, last)));
        return replies().pinned(result, event, last, daemon.isOn());
    }

    private static boolean isSame(Pin pin, EventSummary event, Optional<LocalDate> last) {
        return UserText.isSameName(pin.path(), event.path()) && pin.until().equals(last);
    }

    /** Whether the event is in the repository but has errors. */
    private boolean isBroken(EventSummary event) {
        return synchronizer
                .lastSnapshot()
                .map(Snapshot::invalidEvents)
                .filter(paths -> paths.contains(event.path()))
                .isPresent();
    }

    private MessageEmbed broken(CalendarItem event) {
        return Embeds.notChanged(
                "%s has errors and can't be pinned or skipped until they are fixed. `/branding event preview` shows them."
                        .formatted(EventNames.bold(event)));
    }

    MessageEmbed unpin(CommandInvocation call) {
        return synchronizer.overrides().pin().isEmpty()
                ? OverrideEmbeds.nothingPinned()
                : replies().unpinned(adjust(call, (current, today) -> current.withoutPin()));
    }

    MessageEmbed skip(CommandInvocation call) {
        return ofEvent(call, event -> {
            if (event.isFallback()) {
                return Embeds.notChanged(
                        "%s is a fallback: it is active when no other event is, so it can't be skipped. `/branding event pin` pins another event."
                                .formatted(names().bold(event.path())));
            }
            return nextDays(event, today())
                    .map(days -> skip(call, event))
                    .orElseGet(() -> Embeds.notChanged(
                            "%s has no upcoming date to skip.".formatted(names().bold(event.path()))));
        });
    }

    private MessageEmbed skip(CommandInvocation call, EventSummary event) {
        var result = adjust(call, (current, today) -> skipping(current, event, today));
        var skip = result.after().skip(event.path());
        return replies()
                .skipped(
                        result,
                        event,
                        skip.flatMap(it -> nextDays(event, it.days().last().plusDays(1)))
                                .map(DateRange::first));
    }

    /** Skips the current or next occurrence. An existing skip is kept, even if the dates were changed since. */
    private static CalendarOverrides skipping(CalendarOverrides current, EventSummary event, LocalDate today) {
        var skip = nextDays(event, today)
                .map(days -> current.isSkipped(event, days)
                        ? current.skip(event.path()).orElseThrow()
                        : new Skip(event.path(), days));
        return skip.map(current::withSkip).orElse(current);
    }

    private static Optional<DateRange> nextDays(EventSummary event, LocalDate day) {
        return event.dates().flatMap(dates -> dates.nextOccurrence(day));
    }

    MessageEmbed unskip(CommandInvocation call) {
        var name = call.option(CommandOption.EVENT).orElse("");
        return new EventFinder<>(choices().skipped())
                .find(name)
                .map(event ->
                        replies().unskipped(adjust(call, (current, today) -> current.withoutSkip(event.path())), event))
                .orElseGet(() -> Embeds.notChanged(notSkipped(name)));
    }

    private String notSkipped(String name) {
        var search = new EventFinder<>(state.calendar());
        return search.find(name)
                .map(EventNames::bold)
                .or(() -> new EventFinder<>(choices().all()).find(name).map(EventNames::bold))
                .map("%s is not skipped."::formatted)
                .orElseGet(() -> search.notFoundMessage(name));
    }

    MessageEmbed rotate(CommandInvocation call, AssetKind kind) {
        var report = daemon.retrying(
                () -> synchronizer.rotate(kind, call.option(CommandOption.ASSET), call.invoker()), identity());
        return replies().rotated(report, kind);
    }

    /** Changes the overrides; the check that follows updates the scheduled events. */
    private OverrideResult adjust(CommandInvocation call, OverrideChange change) {
        var result = daemon.retrying(() -> synchronizer.override(change, call.invoker()), OverrideResult::report);
        if (result.report().isInSync() && !result.after().equals(result.before())) {
            daemon.requestCheck();
        }
        return result;
    }

    /**
     * Returns what Discord offers while a moderator types.
     *
     * @param option the name of the option that is being typed
     */
    List<Choice> suggestions(CommandInvocation call, String option, String typed) {
        return choices().suggestions(call, option, typed);
    }

    private MessageEmbed ofEvent(CommandInvocation call, Function<EventSummary, MessageEmbed> work) {
        var search = new EventFinder<>(state.calendar());
        var name = call.option(CommandOption.EVENT).orElse("");
        return search.find(name)
                .map(work)
                .or(() -> new EventFinder<>(choices().all()).find(name).map(this::broken))
                .orElseGet(() -> Embeds.notChanged(search.notFoundMessage(name)));
    }

    private OptionChoices choices() {
        return new OptionChoices(synchronizer, state, clock);
    }

    private OverrideEmbeds replies() {
        return new OverrideEmbeds(names());
    }

    private EventNames names() {
        return new EventNames(state.calendar());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
