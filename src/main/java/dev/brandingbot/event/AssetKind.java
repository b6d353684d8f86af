package dev.brandingbot.event;

/** The use of an asset. */
public enum AssetKind {
    /** The guild's banner, 16:9. */
    BANNER("banner", "banners"),
    /** The guild's icon, square. */
    ICON("icon", "server_icons");

    private final String label;
    private final String folder;

    AssetKind(String label, String folder) {
        this.label = label;
        this.folder = folder;
    }

    /** Returns the label for it in messages. */
    public String label() {
        return label;
    }

    /** Returns the name of the folder with assets of this kind. */
    public String folder() {
        return folder;
    }
}
