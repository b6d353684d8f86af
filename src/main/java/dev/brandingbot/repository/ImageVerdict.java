package dev.brandingbot.repository;

import dev.brandingbot.image.ImageType;
import dev.brandingbot.repository.finding.Finding;

/** What is known of an asset's bytes without downloading them again. */
public sealed interface ImageVerdict {
    /**
     * Discord takes it.
     *
     * @param type what its bytes are
     * @param isAnimated whether it has more than one frame
     */
    record Usable(ImageType type, boolean isAnimated) implements ImageVerdict {}

    /**
     * It can't be applied, whatever is tried.
     *
     * @param finding why, and how to mend it
     */
    record Unusable(Finding finding) implements ImageVerdict {}
}
