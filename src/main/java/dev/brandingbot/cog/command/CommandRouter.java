package dev.brandingbot.cog.command;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.function.Function.identity;

import dev.brandingbot.cog.daemon.BrandingDaemon;
import dev.brandingbot.cog.embed.Embeds;
import dev.brandingbot.cog.embed.PageButton;
import dev.brandingbot.event.AssetKind;
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

/** Runs commands and returns their answers. Blocks on Redis, and for some commands on GitHub and Discord. */
public final class CommandRouter {
    private final BrandingSynchronizer synchronizer;
    private final BrandingDaemon daemon;
    private final EventCommands events;
    private final OverrideCommands overrides;
    private final StatusCommands status;

    public CommandRouter(
            BrandingSynchronizer synchronizer,
            BrandingDaemon daemon,
            EventCommands events,
            OverrideCommands overrides,
            StatusCommands status) {
        this.synchronizer = synchronizer;
        this.daemon = daemon;
        this.events = events;
        this.overrides = overrides;
        this.status = status;
    }

    /** Does what a command says and returns its answer. Blocks for Redis, GitHub and Discord; images may take some seconds more. */
    public CompletableFuture<MessageEditData> answer(CommandInvocation call) {
        return switch (call.command()) {
            case ABOUT -> events.about(call);
            case CALENDAR_SHOW -> events.calendarPage(0);
            case EVENT_PREVIEW -> events.preview(call);
            case EVENT_PIN -> reply(overrides.pin(call));
            case EVENT_UNPIN -> reply(overrides.unpin(call));
            case EVENT_SKIP -> reply(overrides.skip(call));
            case EVENT_UNSKIP -> reply(overrides.unskip(call));
            case ROTATE_ICON -> reply(overrides.rotate(call, AssetKind.ICON));
            case ROTATE_BANNER -> reply(overrides.rotate(call, AssetKind.BANNER));
            case CALENDAR_REFRESH -> reply(refresh());
            case SYNC -> reply(Embeds.synced(daemon.retrying(() -> synchronizer.resync(call.invoker()), identity())));
            case DAEMON_ENABLE -> reply(switched(true, call.invoker()));
            case DAEMON_DISABLE -> reply(switched(false, call.invoker()));
            case DAEMON_STATUS -> reply(status.daemonStatus());
            case STATUS -> reply(status.status());
            case HISTORY -> completedFuture(status.history(0));
        };
    }

    private static CompletableFuture<MessageEditData> reply(MessageEmbed embed) {
        return completedFuture(message(embed));
    }

    /**
     * Returns what Discord offers while a member types.
     *
     * @param option the name of the option that is being typed
     */
    List<Choice> suggestions(CommandInvocation call, String option, String typed) {
        return overrides.suggestions(call, option, typed);
    }

    /** Returns the page that a button shows. */
    CompletableFuture<MessageEditData> page(PageButton button) {
        return switch (button.list()) {
            case CALENDAR -> events.calendarPage(button.page());
            case HISTORY -> completedFuture(status.history(button.page()));
        };
    }

    /** Makes a message of one embed that pings nobody. */
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

    private MessageEmbed switched(boolean isOn, Invoker invoker) {
        if (isOn) {
            daemon.enable(invoker);
        } else {
            daemon.disable(invoker);
        }
        return DaemonEmbeds.switched(isOn);
    }
}
