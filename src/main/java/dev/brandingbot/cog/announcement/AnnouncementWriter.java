package dev.brandingbot.cog.announcement;

import dev.brandingbot.cog.embed.EventReplies;
import dev.brandingbot.cog.embed.Illustrations;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.ShownAsset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** Writes the message that announces an event. */
public final class AnnouncementWriter {
    private final Greeting greeting;
    private final Function<List<ShownAsset>, Illustrations> illustrator;

    /** @param illustrator finds the images; may wait for them */
    public AnnouncementWriter(Greeting greeting, Function<List<ShownAsset>, Illustrations> illustrator) {
        this.greeting = greeting;
        this.illustrator = illustrator;
    }

    /** The role that the message pings, if any; it pings nobody else. */
    Optional<Long> roleId() {
        return greeting.roleId();
    }

    /** The message with the images that are on. Waits for them. */
    MessageCreateData illustrated(Announcement announcement) {
        return EventReplies.announcement(announcement, greeting, illustrator.apply(announcement.assets()));
    }

    /** The message without images. */
    MessageCreateData plain(Announcement announcement) {
        return EventReplies.announcement(announcement, greeting, Illustrations.NONE);
    }
}
