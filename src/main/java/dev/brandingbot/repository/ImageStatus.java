package dev.brandingbot.repository;

import dev.brandingbot.image.format.ImageType;
import dev.brandingbot.repository.finding.Finding;

/** What is known of an asset's bytes without downloading them again. */
public sealed interface ImageStatus {
    /**
     * Discord takes it.
     *
     * @param type what its bytes are
     * @param isAnimated whether it has more than one frame
     */
    record Supported(ImageType type, boolean isAnimated) implements ImageStatus {}

    /**
     * It can't be applied, whatever is tried.
     *
     * @param finding why, and how to mend it
     */
    record Rejected(Finding finding) implements ImageStatus {}
}
