package dev.brandingbot.cog.command;

import static java.util.function.Function.identity;

import dev.brandingbot.cog.daemon.BrandingDaemon;
import dev.brandingbot.cog.embed.Embeds;
import dev.brandingbot.cog.embed.PageButton;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.state.Invoker;
import dev.brandingbot.sync.BrandingSynchronizer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** Does what a command asks for and says what came of it. Waits for Redis, and some commands for GitHub and Discord. */
public final class CommandRouter {
    private final BrandingSynchronizer synchronizer;
    private final BrandingDaemon daemon;
    private final EventCommands events;
    private final OverrideCommands overrides;
    private final StatusCommands status;

    public CommandRouter(
            BrandingSynchronizer synchroniser,
            BrandingDaemon daemon,
            EventCommands events,
            OverrideCommands steering,
            StatusCommands status) {
        this.synchronizer = synchroniser;
        this.daemon = daemon;
        this.events = events;
        this.overrides = steering;
        this.status = status;
    }

    /** The answer to a command; images in it may take some seconds. */
    public CompletableFuture<MessageEditData> answer(CommandInvocation call) {
        return events.route(call)
                .orElseGet(() -> CompletableFuture.completedFuture(
                        overrides.route(call).map(CommandRouter::message).orElseGet(() -> route(call))));
    }

    private MessageEditData route(CommandInvocation call) {
        return switch (call.command()) {
            case CALENDAR_REFRESH -> message(refresh());
            case SYNC -> message(Embeds.synced(daemon.retrying(() -> synchronizer.resync(call.invoker()), identity())));
            case DAEMON_ENABLE -> message(switched(true, call.invoker()));
            case DAEMON_DISABLE -> message(switched(false, call.invoker()));
            case DAEMON_STATUS -> message(status.daemonStatus());
            case STATUS -> message(status.status());
            case HISTORY -> status.history(0);
            default -> throw new IllegalArgumentException("Nobody answers it: " + call.command());
        };
    }

    /**
     * What Discord may offer while a member types.
     *
     * @param option the name of what is being typed
     */
    List<Choice> suggestions(CommandInvocation call, String option, String typed) {
        return overrides.suggestions(call, option, typed);
    }

    /** The page that a button turns to. */
    CompletableFuture<MessageEditData> page(PageButton button) {
        return switch (button.list()) {
            case CALENDAR -> events.calendarPage(button.page());
            case HISTORY -> CompletableFuture.completedFuture(status.history(button.page()));
        };
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
            return Embeds.refreshed(synchronizer.refreshCalendar());
        } catch (RepositoryUnavailableException e) {
            return Embeds.failure(e.reason() + " The calendar is unchanged.");
        }
    }

    private MessageEmbed switched(boolean isOn, Invoker caller) {
        if (isOn) {
            daemon.enable(caller);
        } else {
            daemon.disable(caller);
        }
        return DaemonEmbeds.switched(isOn);
    }
}
