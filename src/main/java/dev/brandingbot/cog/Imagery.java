package dev.brandingbot.cog;

import dev.brandingbot.gallery.Gallery;
import dev.brandingbot.state.BrandingState;
import dev.brandingbot.sync.BrandedGuild;
import java.util.concurrent.Executor;

/**
 * What draws and finds images for answers.
 *
 * @param illustrator finds the icon and the banner of an event
 * @param previews show all that an event has
 * @param year draws the year
 */
record Imagery(Illustrator illustrator, Previews previews, CalendarPictures year) {
    /** @param executor lent; pictures are drawn there */
    static Imagery of(Gallery gallery, BrandingState state, BrandedGuild guild, Executor executor) {
        return new Imagery(
                new Illustrator(gallery),
                new Previews(state, gallery, guild, executor),
                new CalendarPictures(gallery, executor));
    }
}
