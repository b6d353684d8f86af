package dev.brandingbot.image.format;

import java.util.Arrays;
import java.util.Optional;

/** Whether an image file can be decoded. The names are stored in caches. */
public enum Integrity {
    COMPLETE("is complete"),
    /** All pixels are present, but the end marker is missing, without which some decoders reject the file. */
    UNTERMINATED("lacks only its end marker"),
    TRUNCATED("ends too early"),
    BAD_HEADER("has an invalid header"),
    BAD_CHECKSUM("is damaged: its checksum is wrong"),
    BAD_DATA("is damaged: its image data is missing or invalid");

    private final String description;

    Integrity(String description) {
        this.description = description;
    }

    /** Returns the value with this name from a cache. */
    static Optional<Integrity> named(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }

    /** Whether the image can be used, once it has an end marker. */
    public boolean isUsable() {
        return this == COMPLETE || this == UNTERMINATED;
    }

    /** Returns the state of the image as the end of a sentence. */
    public String description() {
        return description;
    }
}
