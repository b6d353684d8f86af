package dev.brandingbot.sync;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.state.Invoker;
import dev.brandingbot.sync.asset.AssetRequest;
import dev.brandingbot.sync.asset.PlanMode;
import java.util.Optional;

/**
 * What a synchronisation is to do.
 *
 * @param purpose why the guild is synchronised
 * @param wish the asset that is asked for, if any
 * @param caller whose command it is; nothing for the daemon's own
 */
public record SyncRequest(PlanMode purpose, Optional<AssetRequest> wish, Optional<Invoker> caller) {
    /** To go on. */
    static final SyncRequest STEP = new SyncRequest(PlanMode.STEP, Optional.empty(), Optional.empty());

    /** To do something at a moderator's command. */
    static SyncRequest of(PlanMode purpose, Invoker caller) {
        return new SyncRequest(purpose, Optional.empty(), Optional.of(caller));
    }

    /** The same with a wish for another asset. */
    SyncRequest wishing(AssetRequest newWish) {
        return new SyncRequest(purpose, Optional.of(newWish), caller);
    }

    /** The same for another purpose. */
    public SyncRequest with(PlanMode newPurpose) {
        return new SyncRequest(newPurpose, wish, caller);
    }

    /** The wish for another asset of this kind, if any. */
    public Optional<AssetRequest> wish(AssetKind kind) {
        return wish.filter(it -> it.kind() == kind);
    }
}
