package dev.brandingbot.cog.command;

import dev.brandingbot.cog.image.CalendarImageCache;
import dev.brandingbot.cog.image.EmbedImageLoader;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.thumbnail.ThumbnailService;
import java.util.concurrent.Executor;

/**
 * The images that go with answers.
 *
 * @param events loads the icon and the banner of an event
 * @param previews renders everything that an event has
 * @param calendar draws the year
 */
public record CommandImages(EmbedImageLoader events, EventPreviewRenderer previews, CalendarImageCache calendar) {
    /**
     * Creates the images of one cog.
     *
     * @param executor the host's; images are drawn there
     */
    public static CommandImages create(
            ThumbnailService thumbnails, BrandingStore state, BrandedGuild guild, Executor executor) {
        return new CommandImages(
                new EmbedImageLoader(thumbnails),
                new EventPreviewRenderer(state, thumbnails, guild, executor),
                new CalendarImageCache(thumbnails, executor));
    }
}
