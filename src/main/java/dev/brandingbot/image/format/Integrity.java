package dev.brandingbot.image.format;

import java.util.Arrays;
import java.util.Optional;

/** Whether a decoder can make an image of a file. The names are kept in caches. */
public enum Integrity {
    COMPLETE("is complete"),
    /** All pixels are there; only the marker behind them is missing, without which some decoders refuse the file. */
    UNTERMINATED("lacks only its end marker"),
    TRUNCATED("ends too early"),
    BAD_HEADER("has an invalid header"),
    BAD_CHECKSUM("is damaged: its checksum is wrong"),
    BAD_DATA("is damaged: its image data is missing or invalid");

    private final String description;

    Integrity(String description) {
        this.description = description;
    }

    /** The value with this name, as a cache has it. */
    static Optional<Integrity> named(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }

    /** Whether the image can be used, once it has an end marker. */
    public boolean isUsable() {
        return this == COMPLETE || this == UNTERMINATED;
    }

    /** What is known about the image, as the end of a sentence. */
    public String description() {
        return description;
    }
}
