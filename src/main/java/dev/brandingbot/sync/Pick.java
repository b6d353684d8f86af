package dev.brandingbot.sync;

import dev.brandingbot.repository.Image;
import dev.brandingbot.state.AssetForm;

/** What a look for an asset that can be used gave. */
sealed interface Pick {
    /**
     * An image to be put on.
     *
     * @param image its content
     * @param form in which form that is the asset
     */
    record Picked(Image image, AssetForm form) implements Pick {}

    /**
     * There is nothing to be put on.
     *
     * @param outcome what is to be reported instead
     */
    record Nothing(AssetOutcome outcome) implements Pick {}
}
