package dev.brandingbot.sync.asset;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.state.AssetVariant;
import java.util.List;

/** What a search for an asset that can be used gave. */
public sealed interface AssetSelection {
    /**
     * An image to be applied.
     *
     * @param image its content
     * @param variant in which form that is the asset
     */
    record Selected(AssetImage image, AssetVariant variant) implements AssetSelection {
        public AssetChange change(AssetKind kind, AssetPlan plan) {
            return new AssetChange(kind, plan, image, variant);
        }
    }

    /**
     * There is nothing to be applied.
     *
     * @param outcome what is to be reported instead
     */
    record None(AssetOutcome outcome) implements AssetSelection {}

    /**
     * Of all the event's assets of one kind none can be used, whatever is tried.
     *
     * @param kind the kind
     * @param findings what is wrong with each
     */
    record Unusable(AssetKind kind, List<Finding> findings) implements AssetSelection {
        public Unusable {
            findings = List.copyOf(findings);
        }
    }
}
