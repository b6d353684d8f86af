package dev.brandingbot.image.format;

/** The image types that Discord supports for icons and banners. */
public enum ImageType {
    PNG("image/png"),
    JPEG("image/jpeg"),
    GIF("image/gif");

    private final String mediaType;

    ImageType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Returns the media type for a data URI. */
    public String mediaType() {
        return mediaType;
    }
}
