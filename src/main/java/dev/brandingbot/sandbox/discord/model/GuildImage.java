package dev.brandingbot.sandbox.discord.model;

/** An icon or banner as the guild has it. */
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

    /** Discord's name for it: the same for the same bytes, and with {@code a_} in front when it is animated. */
    public String hash() {
        return hash;
    }

    /** What it is, like {@code image/png}. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether it has more than one frame. */
    public boolean isAnimated() {
        return isAnimated;
    }

    /** What was uploaded, byte for byte. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return hash + " (" + mediaType + ", " + bytes.length + " bytes)";
    }
}
