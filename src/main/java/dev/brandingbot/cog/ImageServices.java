package dev.brandingbot.cog;

import dev.brandingbot.cog.command.EventPreviewRenderer;
import dev.brandingbot.cog.image.CalendarImageCache;
import dev.brandingbot.cog.image.EmbedImageLoader;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.thumbnail.ThumbnailService;
import java.util.concurrent.Executor;

/**
 * What draws and finds images for answers.
 *
 * @param illustrator finds the icon and the banner of an event
 * @param previews show all that an event has
 * @param year draws the year
 */
public record ImageServices(EmbedImageLoader illustrator, EventPreviewRenderer previews, CalendarImageCache year) {
    /**
     * Creates the services of one cog.
     *
     * @param executor the host's; images are drawn there
     */
    public static ImageServices of(
            ThumbnailService gallery, BrandingStore state, BrandedGuild guild, Executor executor) {
        return new ImageServices(
                new EmbedImageLoader(gallery),
                new EventPreviewRenderer(state, gallery, guild, executor),
                new CalendarImageCache(gallery, executor));
    }
}
