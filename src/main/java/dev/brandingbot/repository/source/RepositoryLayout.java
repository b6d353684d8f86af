package dev.brandingbot.repository.source;

import dev.brandingbot.event.AssetKind;
import java.util.Arrays;

/** How a branding repository is laid out: {@code events/NAME/meta.md}, {@code …/banners/FILE} and {@code …/server_icons/FILE}. */
public final class RepositoryLayout {
    /** The size in bytes of the largest image that Discord accepts: 10 MiB. */
    public static final long MAX_ASSET_BYTES = 10_240L << 10;

    private RepositoryLayout() {}

    /**
     * Returns whether a folder of an event holds assets.
     *
     * @param name the folder's name, without a path
     */
    public static boolean isAssetFolder(String name) {
        return Arrays.stream(AssetKind.values()).anyMatch(kind -> kind.folder().equals(name));
    }
}
