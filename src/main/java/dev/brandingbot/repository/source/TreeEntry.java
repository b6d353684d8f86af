package dev.brandingbot.repository.source;

/**
 * A An entry of a Git tree.
 *
 * @param path the path in the repository, with slashes
 * @param mode the Git mode, six digits: {@code 100644} is a file
 * @param sha the Git SHA of the content, 40 hexadecimal digits
 * @param size the size in bytes of a file; 0 for anything else
 */
public record TreeEntry(String path, String mode, String sha, long size) {
    public static final String FILE = "100644";
    public static final String FOLDER = "040000";
    static final String LINK = "120000";
    static final String SUBMODULE = "160000";

    /** A placeholder for a SHA that is not needed. */
    public static final String NO_SHA = "0".repeat(40);

    /** Whether this is a folder. */
    public boolean isFolder() {
        return mode.equals(FOLDER);
    }

    /** Whether this is a regular file. */
    public boolean isFile() {
        return mode.startsWith("100");
    }

    /** Whether this is a symbolic link. */
    public boolean isLink() {
        return mode.equals(LINK);
    }

    /** Returns the last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
