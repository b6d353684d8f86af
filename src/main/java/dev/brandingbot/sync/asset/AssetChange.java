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
 * An image that is to be put on.
 *
 * @param kind as what
 * @param plan why it is this one
 * @param image its content
 * @param variant in which form that is the asset
 */
public record AssetChange(AssetKind kind, AssetPlan plan, AssetImage image, AssetVariant variant) {
    public Asset asset() {
        return image.asset();
    }

    /** What is to be remembered of it once Discord confirmed it. */
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

    /** What the history is to tell of it once Discord confirmed it. */
    public HistoryEntry toHistoryEntry(String eventPath, Instant now, Optional<Invoker> caller) {
        return new HistoryEntry(
                now,
                HistoryAction.of(kind),
                Optional.of(eventPath),
                Optional.of(asset().path()),
                Optional.of(plan.reason(asset())),
                caller);
    }
}
