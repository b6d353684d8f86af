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

    public AssetPreparation(SyncContext tools, SyncInput situation, BrandingEvent event) {
        this.context = tools;
        this.input = situation;
        this.event = event;
    }

    /**
     * Prepares the assets to apply.
     *
     * @param before the recorded branding
     * @param task what the check has to do
     * @return why the event is invalid; empty if it is not, or if that is not known because a download failed
     */
    public Optional<AssetSelection.Unusable> prepare(AppliedBranding before, SyncRequest task) {
        for (var kind : AssetKind.values()) {
            var unusable = prepare(kind, before.asset(kind), task);
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

    private Optional<AssetSelection.Unusable> prepare(AssetKind kind, AppliedAsset slot, SyncRequest task) {
        var shaped = hasRightVariant(kind, slot) ? task : changingVariant(task);
        var plan = context.planner().plan(event, kind, slot, input.now(), shaped.mode(), shaped.assetRequest(kind));
        var pick = context.loader().load(kind, plan, input.capabilities(), findings);
        if (pick instanceof AssetSelection.Unusable unusable) {
            return Optional.of(unusable);
        }
        if (pick instanceof AssetSelection.None nothing) {
            outcomes.put(kind, nothing.outcome());
        } else if (pick instanceof AssetSelection.Selected picked) {
            add(picked.change(kind, plan), slot, shaped.mode());
        }
        return Optional.empty();
    }

    /** Adds a change unless it turns out to be none: the variant of the active asset was unknown before the image was decoded. */
    private void add(AssetChange change, AppliedAsset slot, PlanMode purpose) {
        var isNews =
                change.plan().isRotation(change.asset()) || !change.variant().equals(slot.variant());
        if (purpose == PlanMode.CHANGE_VARIANT && !isNews) {
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
        var abilities = input.capabilities();
        return active.isEmpty()
                || !abilities.isAvailable()
                || context.loader()
                        .variants(kind, abilities)
                        .variantFor(active.get())
                        .equals(Optional.of(slot.variant()));
    }

    private static SyncRequest changingVariant(SyncRequest task) {
        return task.mode() == PlanMode.NORMAL ? task.withMode(PlanMode.CHANGE_VARIANT) : task;
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
