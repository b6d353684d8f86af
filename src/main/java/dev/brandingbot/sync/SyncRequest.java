package dev.brandingbot.sync;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.state.Invoker;
import dev.brandingbot.sync.asset.AssetRequest;
import dev.brandingbot.sync.asset.PlanMode;
import java.util.Optional;

/**
 * What a synchronisation is to do.
 *
 * @param mode why the guild is synchronised
 * @param assetRequest the asset that is asked for, if any
 * @param invoker whose command it is; nothing for the daemon's own
 */
public record SyncRequest(PlanMode mode, Optional<AssetRequest> assetRequest, Optional<Invoker> invoker) {
    /** To go on. */
    static final SyncRequest NORMAL = new SyncRequest(PlanMode.NORMAL, Optional.empty(), Optional.empty());

    /** To do something at a moderator's command. */
    static SyncRequest of(PlanMode purpose, Invoker caller) {
        return new SyncRequest(purpose, Optional.empty(), Optional.of(caller));
    }

    /** The same with a wish for another asset. */
    SyncRequest withAssetRequest(AssetRequest newWish) {
        return new SyncRequest(mode, Optional.of(newWish), invoker);
    }

    /** The same for another purpose. */
    public SyncRequest withMode(PlanMode newPurpose) {
        return new SyncRequest(newPurpose, assetRequest, invoker);
    }

    /** The wish for another asset of this kind, if any. */
    public Optional<AssetRequest> assetRequest(AssetKind kind) {
        return assetRequest.filter(it -> it.kind() == kind);
    }
}
