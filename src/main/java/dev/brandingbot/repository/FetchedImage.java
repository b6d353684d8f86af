package dev.brandingbot.repository;

import dev.brandingbot.repository.finding.Finding;

/** The result of fetching an asset and checking its content. */
public sealed interface FetchedImage {
    /**
     * The asset can be applied.
     *
     * @param image its content
     */
    record Usable(AssetImage image) implements FetchedImage {}

    /**
     * The asset cannot be applied, and retrying does not help.
     *
     * @param finding why, and how to fix it
     */
    record Unusable(Finding finding) implements FetchedImage {}
}
