package dev.brandingbot.sync.asset;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.state.AssetVariant;
import java.util.List;

/** The result of loading the candidates of a plan. */
public sealed interface AssetSelection {
    /**
     * An image to apply.
     *
     * @param image its content
     * @param variant the variant of the asset that the image is
     */
    record Selected(AssetImage image, AssetVariant variant) implements AssetSelection {
        public AssetChange change(AssetKind kind, AssetPlan plan) {
            return new AssetChange(kind, plan, image, variant);
        }
    }

    /**
     * There is nothing to apply.
     *
     * @param outcome the outcome to report instead
     */
    record None(AssetOutcome outcome) implements AssetSelection {}

    /**
     * None of the event's assets of one kind can be used.
     *
     * @param kind the kind
     * @param findings the problem of each asset
     */
    record Unusable(AssetKind kind, List<Finding> findings) implements AssetSelection {
        public Unusable {
            findings = List.copyOf(findings);
        }
    }
}
