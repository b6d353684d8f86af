package dev.brandingbot.cog.command;

import dev.brandingbot.cog.daemon.BrandingDaemon;
import dev.brandingbot.cog.embed.EventNames;
import dev.brandingbot.cog.embed.Replies;
import dev.brandingbot.state.BrandingState;
import dev.brandingbot.sync.Synchroniser;
import java.time.Clock;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** Tells moderators how it stands and what was done. Waits for Redis, and perhaps for Discord. */
public record StatusAnswers(
        long guildId,
        Synchroniser synchroniser,
        BrandingState state,
        BrandingDaemon daemon,
        GuildInspection inspection,
        Clock clock) {
    /** How it stands with the branding. */
    MessageEmbed status() {
        return StatusReplies.of(new Standing(
                clock.instant(),
                state.read(),
                state.history(),
                new Standing.Plan(state.calendar(), synchroniser.adjustments()),
                daemon.status(),
                new Standing.Trouble(
                        state.lastLook(),
                        synchroniser.knownSnapshot(),
                        inspection.changedByHand(),
                        inspection.missing(),
                        synchroniser.requestsLeft())));
    }

    /** What the daemon did and will do. */
    MessageEmbed daemonStatus() {
        return Replies.status(daemon.status(), state.lastLook(), state.read().event(), inspection.changedByHand());
    }

    /** The page {@code number} of the history, from 0. */
    MessageEditData history(int number) {
        return new HistoryReplies(new EventNames(state.calendar()), guildId).page(state.history(), number);
    }
}
