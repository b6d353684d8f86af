package dev.brandingbot.cog.embed;

import dev.brandingbot.cog.discord.TypedFileUpload;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.ImageFile;
import dev.brandingbot.image.format.ImageType;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.utils.FileUpload;

/**
 * The images of an event in a message. They are uploaded with it, so the repository need not be public.
 *
 * @param images the icon, the banner, both or none
 */
public record EmbedImages(Map<AssetKind, ImageFile> images) {
    public static final EmbedImages NONE = new EmbedImages(Map.of());

    public EmbedImages {
        images = Map.copyOf(images);
    }

    /** Whether there is an image of this kind that is not animated. */
    public boolean isStill(AssetKind kind) {
        var picture = images.get(kind);
        return picture != null && picture.type() != ImageType.GIF;
    }

    /** Shows the icon as the embed's thumbnail and the banner as its image. */
    public EmbedBuilder addTo(EmbedBuilder embed) {
        images.forEach((kind, picture) -> {
            var reference = "attachment://" + name(kind, picture);
            if (kind == AssetKind.ICON) {
                embed.setThumbnail(reference);
            } else {
                embed.setImage(reference);
            }
        });
        return embed;
    }

    /** The files to upload with the embed. */
    public List<FileUpload> files() {
        return images.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> TypedFileUpload.of(it.getValue().bytes(), name(it.getKey(), it.getValue())))
                .toList();
    }

    private static String name(AssetKind kind, ImageFile picture) {
        return kind.label() + picture.extension();
    }
}
