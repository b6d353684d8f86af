package dev.brandingbot.cog.announcement;

import dev.brandingbot.cog.embed.EmbedImages;
import dev.brandingbot.cog.embed.EventEmbeds;
import dev.brandingbot.sync.guild.AnnouncedAsset;
import dev.brandingbot.sync.guild.Announcement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** Writes the message that announces an event. */
public final class AnnouncementRenderer {
    private final AnnouncementHeader greeting;
    private final Function<List<AnnouncedAsset>, EmbedImages> illustrator;

    /** @param illustrator finds the images; may wait for them */
    public AnnouncementRenderer(AnnouncementHeader greeting, Function<List<AnnouncedAsset>, EmbedImages> illustrator) {
        this.greeting = greeting;
        this.illustrator = illustrator;
    }

    /** The role that the message pings, if any; it pings nobody else. */
    Optional<Long> roleId() {
        return greeting.roleId();
    }

    /** The message with the images that are on. Waits for them. */
    MessageCreateData withImages(Announcement announcement) {
        return EventEmbeds.announcement(announcement, greeting, illustrator.apply(announcement.assets()));
    }

    /** The message without images. */
    MessageCreateData withoutImages(Announcement announcement) {
        return EventEmbeds.announcement(announcement, greeting, EmbedImages.NONE);
    }
}
