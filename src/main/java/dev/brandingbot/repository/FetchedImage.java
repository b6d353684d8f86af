package dev.brandingbot.repository;

import dev.brandingbot.repository.finding.Finding;

/** What a look at the bytes of an asset gives. */
public sealed interface FetchedImage {
    /**
     * The asset can be applied.
     *
     * @param image its content
     */
    record Usable(AssetImage image) implements FetchedImage {}

    /**
     * The asset can't be applied, whatever is tried.
     *
     * @param finding why, and how to mend it
     */
    record Unusable(Finding finding) implements FetchedImage {}
}
