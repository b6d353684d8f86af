package dev.brandingbot.cog;

import dev.brandingbot.event.Calendar;
import dev.brandingbot.repository.RepositoryUnavailableException;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.state.BrandingState;
import dev.brandingbot.state.CurrentEvent;
import dev.brandingbot.sync.ChangesByHand;
import dev.brandingbot.sync.Synchroniser;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** Does what a command asks for and says what came of it. Waits for Redis, and some commands for GitHub and Discord. */
final class CommandAnswers {
    private final long guildId;
    private final Synchroniser synchroniser;
    private final BrandingState state;
    private final BrandingDaemon daemon;
    private final ChangesByHand changesByHand;
    private final Clock clock;

    CommandAnswers(
            long guildId,
            Synchroniser synchroniser,
            BrandingState state,
            BrandingDaemon daemon,
            ChangesByHand changesByHand,
            Clock clock) {
        this.guildId = guildId;
        this.synchroniser = synchroniser;
        this.state = state;
        this.daemon = daemon;
        this.changesByHand = changesByHand;
        this.clock = clock;
    }

    MessageEditData to(CommandCall call) {
        return switch (call.command()) {
            case ABOUT ->
                message(call.option(CommandOption.OTHER_EVENT)
                        .map(this::aboutOther)
                        .orElseGet(this::about));
            case CALENDAR_SHOW -> calendarPage(0);
            case CALENDAR_REFRESH -> message(refresh());
            case SYNC -> message(Replies.synced(synchroniser.restore()));
            case DAEMON_ENABLE -> message(switched(true));
            case DAEMON_DISABLE -> message(switched(false));
            case DAEMON_STATUS ->
                message(Replies.status(
                        daemon.status(), state.lastLook(), state.read().event(), changesByHand.find()));
        };
    }

    /** What Discord may offer while a member types the name of an event. */
    List<Choice> suggestions(String typed) {
        return new EventSearch<>(state.calendar()).choices(typed);
    }

    /** The page {@code number} of the calendar, from 0. */
    MessageEditData calendarPage(int number) {
        var entries = state.calendar();
        return entries.isEmpty()
                ? message(Replies.noCalendar())
                : EventReplies.calendar(new Calendar<>(entries), today(), number, guildId);
    }

    /** A message of one embed and nothing else, that pings nobody. */
    static MessageEditData message(MessageEmbed embed) {
        return new MessageEditBuilder()
                .setReplace(true)
                .setEmbeds(embed)
                .setAllowedMentions(Set.of())
                .build();
    }

    private MessageEmbed about() {
        var nextSwitch = new Calendar<>(state.calendar()).nextSwitch(today());
        return state.read()
                .event()
                .map(event -> EventReplies.about(event, nextSwitch))
                .orElseGet(Replies::nothingOn);
    }

    private MessageEmbed aboutOther(String name) {
        var search = new EventSearch<>(
                synchroniser.knownSnapshot().map(Snapshot::events).orElse(List.of()));
        return search.find(name)
                .map(event -> EventReplies.about(CurrentEvent.of(event), Optional.empty()))
                .orElseGet(() -> Replies.failure(search.unknown(name)));
    }

    private MessageEmbed refresh() {
        try {
            return Replies.refreshed(synchroniser.refreshCalendar());
        } catch (RepositoryUnavailableException e) {
            return Replies.failure(e.reason() + " The calendar stays as it was.");
        }
    }

    private MessageEmbed switched(boolean isOn) {
        if (isOn) {
            daemon.enable();
        } else {
            daemon.disable();
        }
        return Replies.switched(isOn);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
