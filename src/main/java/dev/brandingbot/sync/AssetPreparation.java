package dev.brandingbot.sync;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.state.AppliedAsset;
import dev.brandingbot.state.AppliedBranding;
import dev.brandingbot.sync.asset.AssetChange;
import dev.brandingbot.sync.asset.AssetOutcome;
import dev.brandingbot.sync.asset.AssetSelection;
import dev.brandingbot.sync.asset.PlanMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans, downloads and checks all assets of an event before the first one is uploaded. Used once; not thread-safe. */
public final class AssetPreparation {
    private final SyncContext context;
    private final SyncInput input;
    private final BrandingEvent event;

    private final Map<AssetKind, AssetOutcome> outcomes = new EnumMap<>(AssetKind.class);
    private final List<Finding> findings = new ArrayList<>();
    private final List<AssetChange> changes = new ArrayList<>();

    public AssetPreparation(SyncContext context, SyncInput input, BrandingEvent event) {
        this.context = context;
        this.input = input;
        this.event = event;
    }

    /**
     * Prepares the assets to apply.
     *
     * @param before the recorded branding
     * @param request what the check has to do
     * @return why the event is invalid; empty if it is not, or if that is not known because a download failed
     */
    public Optional<AssetSelection.Unusable> prepare(AppliedBranding before, SyncRequest request) {
        for (var kind : AssetKind.values()) {
            var unusable = prepare(kind, before.asset(kind), request);
            if (unusable.isPresent()) {
                return unusable;
            }
        }
        holdBack();
        return Optional.empty();
    }

    /** The changes to upload. */
    public List<AssetChange> changes() {
        return List.copyOf(changes);
    }

    /** The outcomes of the kinds for which nothing has to be uploaded. */
    public Map<AssetKind, AssetOutcome> outcomes() {
        return Map.copyOf(outcomes);
    }

    /** The problems of the assets that were tried. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    private Optional<AssetSelection.Unusable> prepare(AssetKind kind, AppliedAsset slot, SyncRequest request) {
        var adapted = hasRightVariant(kind, slot) ? request : changingVariant(request);
        var plan = context.planner().plan(event, kind, slot, input.now(), adapted.mode(), adapted.assetRequest(kind));
        var selection = context.loader().load(kind, plan, input.capabilities(), findings);
        if (selection instanceof AssetSelection.Unusable unusable) {
            return Optional.of(unusable);
        }
        if (selection instanceof AssetSelection.None nothing) {
            outcomes.put(kind, nothing.outcome());
        } else if (selection instanceof AssetSelection.Selected selected) {
            add(selected.change(kind, plan), slot, adapted.mode());
        }
        return Optional.empty();
    }

    /** Adds a change unless it turns out to be none: the variant of the active asset was unknown before the image was decoded. */
    private void add(AssetChange change, AppliedAsset slot, PlanMode mode) {
        var isNews =
                change.plan().isRotation(change.asset()) || !change.variant().equals(slot.variant());
        if (mode == PlanMode.CHANGE_VARIANT && !isNews) {
            outcomes.put(change.kind(), new AssetOutcome.Unchanged(change.asset()));
        } else {
            changes.add(change);
        }
    }

    /** Whether the active asset has the variant that the guild can show. */
    private boolean hasRightVariant(AssetKind kind, AppliedAsset slot) {
        var active = event.assets(kind).stream()
                .filter(asset -> slot.sha().equals(Optional.of(asset.sha())))
                .findFirst();
        var capabilities = input.capabilities();
        return active.isEmpty()
                || !capabilities.isAvailable()
                || context.loader()
                        .variants(kind, capabilities)
                        .variantFor(active.get())
                        .equals(Optional.of(slot.variant()));
    }

    private static SyncRequest changingVariant(SyncRequest request) {
        return request.mode() == PlanMode.NORMAL ? request.withMode(PlanMode.CHANGE_VARIANT) : request;
    }

    /** Uploads nothing if another asset of the event could not be downloaded. */
    private void holdBack() {
        var missing = outcomes.entrySet().stream()
                .filter(outcome -> outcome.getValue() instanceof AssetOutcome.Failed)
                .map(Map.Entry::getKey)
                .findFirst();
        missing.ifPresent(kind -> {
            changes.forEach(change -> outcomes.put(change.kind(), AssetOutcome.Failed.waitingFor(kind)));
            changes.clear();
        });
    }
}
