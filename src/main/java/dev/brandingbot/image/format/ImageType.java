package dev.brandingbot.image.format;

/** The image types that Discord takes for a guild's icon and banner. */
public enum ImageType {
    PNG("image/png"),
    JPEG("image/jpeg"),
    GIF("image/gif");

    private final String mediaType;

    ImageType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type, as in a data URI. */
    public String mediaType() {
        return mediaType;
    }
}
