package dev.brandingbot.sync;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.state.AppliedBranding;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.sync.asset.AssetOutcome;
import dev.brandingbot.sync.guild.AnnouncedAsset;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.guild.GuildCapabilities;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Announces an event once its assets are applied, and records that it was announced. */
final class Announcer {
    private static final Logger log = LoggerFactory.getLogger(Announcer.class);

    private final BrandedGuild guild;
    private final BrandingStore state;

    Announcer(BrandedGuild guild, BrandingStore state) {
        this.guild = guild;
        this.state = state;
    }

    /**
     * Sends the announcement if one is due and no asset has to be retried.
     *
     * @param applied the recorded branding after the assets were applied
     * @param calendar the calendar with the overrides of moderators
     * @param outcomes the outcomes of the banner and the icon
     * @param images the images that were just applied
     */
    AnnouncementOutcome announce(
            EventTransition transition,
            AppliedBranding applied,
            EventCalendar<BrandingEvent> calendar,
            Map<AssetKind, AssetOutcome> outcomes,
            Map<AssetKind, AssetImage> images,
            GuildCapabilities capabilities) {
        var since = applied.announceSince();
        var days = transition.days();
        if (transition.isSwitch(applied) || since.isEmpty() || days.isEmpty()) {
            return new AnnouncementOutcome.NotDue();
        }
        var afterwards = applied.announced(
                transition.event().path(), laterOf(since.get(), days.get().first()));
        if (!capabilities.hasChangelog()) {
            // It counts as announced: in the middle of its days it would come as news when it is none.
            state.write(afterwards);
            return new AnnouncementOutcome.NotDue();
        }
        if (outcomes.values().stream().anyMatch(AssetOutcome.Failed.class::isInstance)) {
            return new AnnouncementOutcome.Waiting();
        }
        var announcement = new Announcement(
                ActiveEvent.of(transition.event()),
                days.get(),
                calendar.nextChange(transition.today()),
                calendar.nextEvent(transition.today()),
                appliedAssets(outcomes, images));
        return send(announcement, afterwards);
    }

    private static List<AnnouncedAsset> appliedAssets(
            Map<AssetKind, AssetOutcome> outcomes, Map<AssetKind, AssetImage> images) {
        return outcomes.entrySet().stream()
                .flatMap(outcome -> outcome.getValue().activeAsset().stream()
                        .map(asset -> new AnnouncedAsset(
                                outcome.getKey(), asset, Optional.ofNullable(images.get(outcome.getKey())))))
                .toList();
    }

    /** An event that was pinned before its dates starts on the first of them. */
    private static LocalDate laterOf(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private AnnouncementOutcome send(Announcement announcement, AppliedBranding afterwards) {
        var result = guild.announce(announcement);
        if (result instanceof DiscordResult.Unsuccessful notDone) {
            log.warn(
                    "The event could not be announced. event={} result={}",
                    announcement.event().path(),
                    result);
            return new AnnouncementOutcome.Failed(notDone.reason());
        }
        state.write(afterwards);
        return new AnnouncementOutcome.Sent();
    }
}
