package dev.brandingbot.sync;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.state.Invoker;
import dev.brandingbot.sync.asset.AssetRequest;
import dev.brandingbot.sync.asset.PlanMode;
import java.util.Optional;

/**
 * What a synchronization has to do.
 *
 * @param mode why the guild is synchronized
 * @param assetRequest the asset that a moderator asked for, if any
 * @param invoker the member whose command it is; empty for a check of the daemon
 */
public record SyncRequest(PlanMode mode, Optional<AssetRequest> assetRequest, Optional<Invoker> invoker) {
    /** A regular check. */
    static final SyncRequest NORMAL = new SyncRequest(PlanMode.NORMAL, Optional.empty(), Optional.empty());

    /** A request of a moderator. */
    static SyncRequest of(PlanMode mode, Invoker invoker) {
        return new SyncRequest(mode, Optional.empty(), Optional.of(invoker));
    }

    /** Returns this request with a request for another asset. */
    SyncRequest withAssetRequest(AssetRequest newWish) {
        return new SyncRequest(mode, Optional.of(newWish), invoker);
    }

    /** Returns this request with another mode. */
    public SyncRequest withMode(PlanMode newPurpose) {
        return new SyncRequest(newPurpose, assetRequest, invoker);
    }

    /** The request for another asset of this kind, if any. */
    public Optional<AssetRequest> assetRequest(AssetKind kind) {
        return assetRequest.filter(it -> it.kind() == kind);
    }
}
