package dev.brandingbot.sync;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.Calendar;
import dev.brandingbot.event.Event;
import dev.brandingbot.repository.Image;
import dev.brandingbot.state.BrandingState;
import dev.brandingbot.state.CurrentEvent;
import dev.brandingbot.state.Remembered;
import dev.brandingbot.sync.asset.AssetOutcome;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.GuildAbilities;
import dev.brandingbot.sync.guild.GuildAnswer;
import dev.brandingbot.sync.guild.ShownAsset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
     * @param calendar tells what comes next
     * @param outcomes what became of the banner and of the icon
     * @param images those that were put on just now
     */
    AnnouncementOutcome announce(
            Entry entry,
            Remembered remembered,
            Calendar<Event> calendar,
            Map<AssetKind, AssetOutcome> outcomes,
            Map<AssetKind, Image> images,
            GuildAbilities abilities) {
        var since = remembered.announceSince();
        var days = entry.days();
        if (entry.isNew(remembered) || since.isEmpty() || days.isEmpty()) {
            return new AnnouncementOutcome.NotDue();
        }
        var afterwards = remembered.announced(
                entry.event().path(), later(since.get(), days.get().first()));
        if (!abilities.hasChangelog()) {
            // It counts as announced: in the middle of its days it would come as news when it is none.
            state.write(afterwards);
            return new AnnouncementOutcome.NotDue();
        }
        if (outcomes.values().stream().anyMatch(AssetOutcome.Failed.class::isInstance)) {
            return new AnnouncementOutcome.Waiting();
        }
        var announcement = new Announcement(
                CurrentEvent.of(entry.event()),
                days.get(),
                calendar.nextSwitch(entry.today()),
                calendar.next(entry.today()),
                shown(outcomes, images));
        return send(announcement, afterwards);
    }

    private static List<ShownAsset> shown(Map<AssetKind, AssetOutcome> outcomes, Map<AssetKind, Image> images) {
        return outcomes.entrySet().stream()
                .flatMap(outcome -> outcome.getValue().shown().stream()
                        .map(asset -> new ShownAsset(
                                outcome.getKey(), asset, Optional.ofNullable(images.get(outcome.getKey())))))
                .toList();
    }

    /** One that was pinned before its days was entered with the first of them. */
    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
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
