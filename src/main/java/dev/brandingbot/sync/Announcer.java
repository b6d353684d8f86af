package dev.brandingbot.sync;

import dev.brandingbot.state.BrandingState;
import dev.brandingbot.state.CurrentEvent;
import dev.brandingbot.state.Remembered;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Announces an event once its assets are on, and remembers that it did. */
final class Announcer {
    private static final Logger log = LoggerFactory.getLogger(Announcer.class);

    private final BrandedGuild guild;
    private final BrandingState state;

    Announcer(BrandedGuild guild, BrandingState state) {
        this.guild = guild;
        this.state = state;
    }

    /**
     * Sends the announcement that is due, once nothing more is to be tried for the assets.
     *
     * @param remembered what is on by now
     * @param nextSwitch the day on which something else will be on
     * @param outcomes what became of the banner and of the icon
     */
    AnnouncementOutcome announce(
            Entry entry,
            Remembered remembered,
            Optional<LocalDate> nextSwitch,
            Collection<AssetOutcome> outcomes,
            GuildAbilities abilities) {
        var since = remembered.announceSince();
        var days = entry.days();
        if (entry.isNew(remembered) || since.isEmpty() || days.isEmpty()) {
            return new AnnouncementOutcome.NotDue();
        }
        var afterwards = remembered.announced(entry.event().path(), since.get());
        if (!abilities.hasChangelog()) {
            // It counts as announced: in the middle of its days it would come as news when it is none.
            state.write(afterwards);
            return new AnnouncementOutcome.NotDue();
        }
        if (outcomes.stream().anyMatch(AssetOutcome.Failed.class::isInstance)) {
            return new AnnouncementOutcome.Waiting();
        }
        var announcement = new Announcement(CurrentEvent.of(entry.event()), days.get(), nextSwitch);
        return send(announcement, afterwards);
    }

    private AnnouncementOutcome send(Announcement announcement, Remembered afterwards) {
        var answer = guild.announce(announcement);
        if (answer instanceof GuildAnswer.NotDone notDone) {
            log.warn(
                    "The event could not be announced. event={} answer={}",
                    announcement.event().path(),
                    answer);
            return new AnnouncementOutcome.Failed(notDone.reason());
        }
        state.write(afterwards);
        return new AnnouncementOutcome.Sent();
    }
}
