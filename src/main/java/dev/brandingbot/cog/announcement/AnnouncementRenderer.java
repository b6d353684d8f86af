package dev.brandingbot.cog.announcement;

import dev.brandingbot.cog.embed.EmbedImages;
import dev.brandingbot.cog.embed.EventEmbeds;
import dev.brandingbot.sync.guild.AnnouncedAsset;
import dev.brandingbot.sync.guild.Announcement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** Renders the message that announces an event. */
public final class AnnouncementRenderer {
    private final AnnouncementHeader header;
    private final Function<List<AnnouncedAsset>, EmbedImages> images;

    /** @param images finds the images; may wait for them */
    public AnnouncementRenderer(AnnouncementHeader header, Function<List<AnnouncedAsset>, EmbedImages> images) {
        this.header = header;
        this.images = images;
    }

    /** The role that the message pings, if any; it pings nobody else. */
    Optional<Long> roleId() {
        return header.roleId();
    }

    /** Renders the message with the applied images. May block until they are loaded. */
    MessageCreateData withImages(Announcement announcement) {
        return message(announcement, header, images.apply(announcement.assets()));
    }

    /** The message without images. */
    MessageCreateData withoutImages(Announcement announcement) {
        return message(announcement, header, EmbedImages.NONE);
    }

    /** Returns the message with these images; it pings one role at most. */
    public static MessageCreateData message(Announcement announcement, AnnouncementHeader header, EmbedImages images) {
        var event = announcement.event();
        var embed = EventEmbeds.about(
                        event, announcement.days().first(), announcement.nextChange(), announcement.next())
                .setFooter(AnnouncementFooter.of(announcement).text());
        return header.render(event.title())
                .setEmbeds(images.addTo(embed).build())
                .setFiles(images.files())
                .build();
    }
}
