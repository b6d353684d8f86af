package dev.brandingbot.event;

import java.util.Optional;

/**
 * An image file of an event. Two assets with the same SHA are the same image.
 *
 * @param path the file's path in the repository, like {@code events/pride/banners/flag.png}
 * @param sha the Git SHA of its content, 40 hexadecimal digits
 * @param size its size in bytes
 * @param still the still variant of an animated image: the still image of the same name, used where animation is not
 *     supported
 */
public record Asset(String path, String sha, long size, Optional<Asset> still) {
    /** Creates an asset without a still variant. */
    public Asset(String path, String sha, long size) {
        this(path, sha, size, Optional.empty());
    }

    /** Returns the file's name. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns this asset with a still variant. */
    public Asset withStill(Asset variant) {
        return new Asset(path, sha, size, Optional.of(variant));
    }
}
