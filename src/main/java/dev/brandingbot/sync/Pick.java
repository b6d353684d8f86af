package dev.brandingbot.sync;

import dev.brandingbot.repository.Image;

/** What a look for an asset that can be used gave. */
sealed interface Pick {
    /**
     * An image to be put on.
     *
     * @param image its content
     */
    record Picked(Image image) implements Pick {}

    /**
     * There is nothing to be put on.
     *
     * @param outcome what is to be reported instead
     */
    record Nothing(AssetOutcome outcome) implements Pick {}
}
