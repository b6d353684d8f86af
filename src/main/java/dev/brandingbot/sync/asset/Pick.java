package dev.brandingbot.sync.asset;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.Image;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.state.AssetForm;
import java.util.List;

/** What a search for an asset that can be used gave. */
public sealed interface Pick {
    /**
     * An image to be applied.
     *
     * @param image its content
     * @param form in which form that is the asset
     */
    record Picked(Image image, AssetForm form) implements Pick {
        public SlotChange change(AssetKind kind, SlotPlan plan) {
            return new SlotChange(kind, plan, image, form);
        }
    }

    /**
     * There is nothing to be applied.
     *
     * @param outcome what is to be reported instead
     */
    record Nothing(AssetOutcome outcome) implements Pick {}

    /**
     * Of all the event's assets of one kind none can be used, whatever is tried.
     *
     * @param kind the kind
     * @param refusals what is wrong with each
     */
    record Unusable(AssetKind kind, List<Finding> refusals) implements Pick {
        public Unusable {
            refusals = List.copyOf(refusals);
        }
    }
}
