package dev.brandingbot.cog.command;

import dev.brandingbot.cog.embed.Dates;
import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.Skip;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.validation.InspectedEvent;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.support.SafeText;
import dev.brandingbot.support.UserText;
import dev.brandingbot.sync.BrandingSynchronizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/**
 * The values that Discord offers for the options of a command while a moderator types. Blocks on Redis.
 *
 * @param synchronizer knows the last snapshot of the repository and the overrides
 * @param state the stored calendar
 * @param clock the current time; days are days in UTC
 */
record OptionChoices(BrandingSynchronizer synchronizer, BrandingStore state, Clock clock) {
    /**
     * Returns the values to offer, at most as many as Discord accepts.
     *
     * @param call the command, with the options that are complete already
     * @param option the name of the option that is being typed
     * @param typed what the moderator typed so far
     */
    List<Choice> suggestions(CommandInvocation call, String option, String typed) {
        if (option.equals(CommandOption.UNTIL.id())) {
            return days(call, typed);
        }
        if (option.equals(CommandOption.ASSET.id())) {
            return assets(call.command() == BrandingCommand.ROTATE_ICON ? AssetKind.ICON : AssetKind.BANNER, typed);
        }
        return call.command() == BrandingCommand.EVENT_PREVIEW
                ? new EventFinder<>(all()).choices(typed, event -> event.isValid() ? "" : " (has errors)")
                : new EventFinder<>(candidates(call.command())).choices(typed);
    }

    /** The events that a command accepts. */
    private List<EventSummary> candidates(BrandingCommand command) {
        if (command == BrandingCommand.EVENT_UNSKIP) {
            return skipped();
        }
        return command == BrandingCommand.EVENT_PIN ? pinnable() : state.calendar();
    }

    /** The events with a skip that is not over; they need not be in the repository anymore. */
    List<EventSummary> skipped() {
        var known = new EventCalendar<>(state.calendar());
        return synchronizer.overrides().skips().stream()
                .filter(skip -> !today().isAfter(skip.days().last()))
                .map(Skip::path)
                .map(path -> known.event(path).orElseGet(() -> new EventSummary(path, Optional.empty())))
                .toList();
    }

    /** The events in the calendar, without those that had errors at the last check. */
    private List<EventSummary> pinnable() {
        var invalid = synchronizer.lastSnapshot().map(Snapshot::invalidEvents).orElse(Set.of());
        return state.calendar().stream()
                .filter(event -> !invalid.contains(event.path()))
                .toList();
    }

    /** Every event of the last snapshot, including those with errors. */
    List<InspectedEvent> all() {
        return synchronizer.lastSnapshot().map(Snapshot::all).orElse(List.of());
    }

    private List<Choice> days(CommandInvocation call, String typed) {
        var today = today();
        var ofEvent = call.option(CommandOption.EVENT)
                .flatMap(name -> new EventFinder<>(state.calendar()).find(name))
                .flatMap(EventSummary::dates)
                .flatMap(dates -> dates.nextOccurrence(today));
        return Stream.of(
                        Dates.parse(typed, today)
                                .filter(day -> !day.isBefore(today))
                                .map(day -> day(day, "")),
                        ofEvent.map(days -> day(days.last(), " (the event's last day)")),
                        Optional.of(day(today.plusWeeks(1), " (in a week)")),
                        Optional.of(day(today.plusMonths(1), " (in a month)")))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Choice day(LocalDate day, String note) {
        return new Choice(Dates.format(day) + note, day.toString());
    }

    private List<Choice> assets(AssetKind kind, String typed) {
        var text = UserText.searchKey(typed);
        return activeEvent().stream()
                .flatMap(event -> event.assets(kind).stream())
                .map(Asset::name)
                .filter(name -> UserText.searchKey(name).contains(text))
                .limit(OptionData.MAX_CHOICES)
                .map(name -> ChoiceValue.choice(SafeText.toSingleLine(name), name))
                .toList();
    }

    private Optional<BrandingEvent> activeEvent() {
        return synchronizer
                .lastSnapshot()
                .flatMap(snapshot -> snapshot.calendar()
                        .withOverrides(synchronizer.overrides())
                        .activeOn(today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
