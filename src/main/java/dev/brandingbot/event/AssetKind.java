package dev.brandingbot.event;

/** What an asset is for. */
public enum AssetKind {
    /** The guild's banner, 16:9. */
    BANNER("banner", "banners"),
    /** The guild's icon, square. */
    ICON("icon", "server_icons");

    private final String label;
    private final String folder;

    AssetKind(String word, String folder) {
        this.label = word;
        this.folder = folder;
    }

    /** The word for it in a sentence. */
    public String label() {
        return label;
    }

    /** The name of the folder in an event's folder that holds assets of this kind. */
    public String folder() {
        return folder;
    }
}
