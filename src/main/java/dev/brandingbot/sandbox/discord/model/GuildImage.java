package dev.brandingbot.sandbox.discord.model;

/** An icon or banner of the guild. */
public final class GuildImage {
    private final String hash;
    private final String mediaType;
    private final boolean isAnimated;
    private final byte[] bytes;

    public GuildImage(String hash, String mediaType, boolean isAnimated, byte[] bytes) {
        this.hash = hash;
        this.mediaType = mediaType;
        this.isAnimated = isAnimated;
        this.bytes = bytes;
    }

    /** Returns Discord's hash, which depends only on the bytes and starts with {@code a_} if the image is animated. */
    public String hash() {
        return hash;
    }

    /** Returns the media type, like {@code image/png}. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether the image has more than one frame. */
    public boolean isAnimated() {
        return isAnimated;
    }

    /** Returns the uploaded bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return hash + " (" + mediaType + ", " + bytes.length + " bytes)";
    }
}
