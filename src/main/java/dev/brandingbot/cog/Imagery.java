package dev.brandingbot.cog;

import dev.brandingbot.cog.command.Previews;
import dev.brandingbot.cog.image.CalendarPictures;
import dev.brandingbot.cog.image.Illustrator;
import dev.brandingbot.state.BrandingState;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.thumbnail.Gallery;
import java.util.concurrent.Executor;

/**
 * What draws and finds images for answers.
 *
 * @param illustrator finds the icon and the banner of an event
 * @param previews show all that an event has
 * @param year draws the year
 */
public record Imagery(Illustrator illustrator, Previews previews, CalendarPictures year) {
    /** @param executor lent; pictures are drawn there */
    public static Imagery of(Gallery gallery, BrandingState state, BrandedGuild guild, Executor executor) {
        return new Imagery(
                new Illustrator(gallery),
                new Previews(state, gallery, guild, executor),
                new CalendarPictures(gallery, executor));
    }
}
