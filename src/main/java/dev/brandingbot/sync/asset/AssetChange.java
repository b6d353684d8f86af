package dev.brandingbot.sync.asset;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.state.AppliedAsset;
import dev.brandingbot.state.AssetVariant;
import dev.brandingbot.state.HistoryAction;
import dev.brandingbot.state.HistoryEntry;
import dev.brandingbot.state.Invoker;
import java.time.Instant;
import java.util.Optional;

/**
 * An image to apply.
 *
 * @param kind banner or icon
 * @param plan the plan that chose the asset
 * @param image its content
 * @param variant the variant of the asset that the image is
 */
public record AssetChange(AssetKind kind, AssetPlan plan, AssetImage image, AssetVariant variant) {
    public Asset asset() {
        return image.asset();
    }

    /** Returns the state to record once Discord confirmed the change. */
    public AppliedAsset appliedTo(AppliedAsset before, String eventPath, Instant now) {
        var after = plan.isRotation(asset())
                ? AppliedAsset.applied(
                        eventPath,
                        asset().sha(),
                        now,
                        plan.rotation().afterUse(asset().sha()).useCounts())
                : before;
        return after.withVariant(variant);
    }

    /** Returns the history entry to record once Discord confirmed the change. */
    public HistoryEntry toHistoryEntry(String eventPath, Instant now, Optional<Invoker> invoker) {
        return new HistoryEntry(
                now,
                HistoryAction.of(kind),
                Optional.of(eventPath),
                Optional.of(asset().path()),
                Optional.of(plan.reason(asset())),
                invoker);
    }
}
