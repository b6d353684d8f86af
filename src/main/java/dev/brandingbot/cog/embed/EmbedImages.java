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
 * The images of an event in a message: uploaded along, so that they show without the repository being public.
 *
 * @param pictures an icon, a banner, both, or none
 */
public record EmbedImages(Map<AssetKind, ImageFile> pictures) {
    public static final EmbedImages NONE = new EmbedImages(Map.of());

    public EmbedImages {
        pictures = Map.copyOf(pictures);
    }

    /** Whether there is an image of this kind that is not animated. */
    public boolean isStill(AssetKind kind) {
        var picture = pictures.get(kind);
        return picture != null && picture.type() != ImageType.GIF;
    }

    /** Shows the icon as the embed's thumbnail and the banner as its image. */
    public EmbedBuilder addTo(EmbedBuilder embed) {
        pictures.forEach((kind, picture) -> {
            var reference = "attachment://" + name(kind, picture);
            if (kind == AssetKind.ICON) {
                embed.setThumbnail(reference);
            } else {
                embed.setImage(reference);
            }
        });
        return embed;
    }

    /** What is to be uploaded along with the embed. */
    public List<FileUpload> files() {
        return pictures.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> TypedFileUpload.of(it.getValue().bytes(), name(it.getKey(), it.getValue())))
                .toList();
    }

    private static String name(AssetKind kind, ImageFile picture) {
        return kind.label() + picture.extension();
    }
}
