package dev.brandingbot.repository;

import dev.brandingbot.image.format.ImageType;
import dev.brandingbot.repository.finding.Finding;

/** The result of an earlier check of an asset's content. */
public sealed interface ImageStatus {
    /**
     * Discord supports it.
     *
     * @param type the type according to its bytes
     * @param isAnimated whether it has more than one frame
     */
    record Supported(ImageType type, boolean isAnimated) implements ImageStatus {}

    /**
     * It cannot be applied, and retrying does not help.
     *
     * @param finding why, and how to fix it
     */
    record Rejected(Finding finding) implements ImageStatus {}
}
