package dev.brandingbot.cog;

import dev.brandingbot.repository.RepositoryUnavailableException;
import dev.brandingbot.state.BrandingState;
import dev.brandingbot.state.Caller;
import dev.brandingbot.sync.ChangesByHand;
import dev.brandingbot.sync.Synchroniser;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** Does what a command asks for and says what came of it. Waits for Redis, and some commands for GitHub and Discord. */
final class CommandAnswers {
    private final Synchroniser synchroniser;
    private final BrandingState state;
    private final BrandingDaemon daemon;
    private final ChangesByHand changesByHand;
    private final EventAnswers events;

    CommandAnswers(
            Synchroniser synchroniser,
            BrandingState state,
            BrandingDaemon daemon,
            ChangesByHand changesByHand,
            EventAnswers events) {
        this.synchroniser = synchroniser;
        this.state = state;
        this.daemon = daemon;
        this.changesByHand = changesByHand;
        this.events = events;
    }

    /** The answer to a command; images in it may take some seconds. */
    CompletableFuture<MessageEditData> answer(CommandCall call) {
        return events.to(call).orElseGet(() -> CompletableFuture.completedFuture(to(call)));
    }

    private MessageEditData to(CommandCall call) {
        return switch (call.command()) {
            case CALENDAR_REFRESH -> message(refresh());
            case SYNC -> message(Replies.synced(synchroniser.restore(call.caller())));
            case DAEMON_ENABLE -> message(switched(true, call.caller()));
            case DAEMON_DISABLE -> message(switched(false, call.caller()));
            case DAEMON_STATUS ->
                message(Replies.status(
                        daemon.status(), state.lastLook(), state.read().event(), changesByHand.find()));
            default -> throw new IllegalArgumentException("It takes its time: " + call.command());
        };
    }

    /** What Discord may offer while a member types the name of an event. */
    List<Choice> suggestions(String typed) {
        return new EventSearch<>(state.calendar()).choices(typed);
    }

    /** The page {@code number} of the calendar, from 0. */
    CompletableFuture<MessageEditData> calendarPage(int number) {
        return events.calendarPage(number);
    }

    /** A message of one embed and nothing else, that pings nobody. */
    static MessageEditData message(MessageEmbed embed) {
        return new MessageEditBuilder()
                .setReplace(true)
                .setEmbeds(embed)
                .setAllowedMentions(Set.of())
                .build();
    }

    private MessageEmbed refresh() {
        try {
            return Replies.refreshed(synchroniser.refreshCalendar());
        } catch (RepositoryUnavailableException e) {
            return Replies.failure(e.reason() + " The calendar stays as it was.");
        }
    }

    private MessageEmbed switched(boolean isOn, Caller caller) {
        if (isOn) {
            daemon.enable(caller);
        } else {
            daemon.disable(caller);
        }
        return Replies.switched(isOn);
    }
}
