package dev.brandingbot.sync;

import dev.brandingbot.state.BrandingState;
import dev.brandingbot.state.CurrentEvent;
import dev.brandingbot.state.Remembered;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Announces an event once its assets are on, and remembers that it did. */
final class Announcer {
    private static final Logger log = LoggerFactory.getLogger(Announcer.class);

    /** Discord takes no longer one. */
    private static final int NONCE_LENGTH = 25;

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
            Remembered remembered,
            Optional<LocalDate> nextSwitch,
            Collection<AssetOutcome> outcomes,
            GuildAbilities abilities) {
        if (remembered.event().isEmpty() || remembered.announceSince().isEmpty()) {
            return new AnnouncementOutcome.NotDue();
        }
        if (!abilities.hasChangelog()) {
            state.write(remembered.withAnnouncement(Optional.empty()));
            return new AnnouncementOutcome.NotDue();
        }
        if (outcomes.stream().anyMatch(AssetOutcome.Failed.class::isInstance)) {
            return new AnnouncementOutcome.Waiting();
        }
        return send(
                remembered, remembered.event().get(), remembered.announceSince().get(), nextSwitch);
    }

    private AnnouncementOutcome send(
            Remembered remembered, CurrentEvent event, LocalDate since, Optional<LocalDate> nextSwitch) {
        var answer = guild.announce(new Announcement(event, nextSwitch, nonce(event, since)));
        if (answer instanceof GuildAnswer.NotDone notDone) {
            log.warn("The event could not be announced. event={} answer={}", event.path(), answer);
            return new AnnouncementOutcome.Failed(notDone.reason());
        }
        state.write(remembered.announced(event.path(), since));
        return new AnnouncementOutcome.Sent();
    }

    /** The same for every attempt at one announcement, so that Discord recognises a second one. */
    private static String nonce(CurrentEvent event, LocalDate since) {
        var seed = (since + " " + event.path()).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(seed).toString().replace("-", "").substring(0, NONCE_LENGTH);
    }
}
