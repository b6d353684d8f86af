package dev.brandingbot.event;

/**
 * An image file of an event. Two assets with the same SHA are the same image.
 *
 * @param path the file's path in the repository, like {@code events/pride/banners/flag.png}
 * @param sha the git SHA of its content, 40 hexadecimal digits
 * @param size its size in bytes
 */
public record Asset(String path, String sha, long size) {
    /** The file's name. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
