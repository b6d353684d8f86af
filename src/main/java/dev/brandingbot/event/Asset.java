package dev.brandingbot.event;

import java.util.Optional;

/**
 * An image file of an event. Two assets with the same SHA are the same image.
 *
 * @param path the file's path in the repository, like {@code events/pride/banners/flag.png}
 * @param sha the git SHA of its content, 40 hexadecimal digits
 * @param size its size in bytes
 * @param still for an animated image the still one of the same name beside it, which stands in for it where animated ones are
 *     not shown: the two are one asset
 */
public record Asset(String path, String sha, long size, Optional<Asset> still) {
    /** An asset of one file. */
    public Asset(String path, String sha, long size) {
        this(path, sha, size, Optional.empty());
    }

    /** The file's name. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** This asset, with a still image that stands in for it. */
    public Asset withStill(Asset twin) {
        return new Asset(path, sha, size, Optional.of(twin));
    }
}
