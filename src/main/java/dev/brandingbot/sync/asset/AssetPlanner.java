package dev.brandingbot.sync.asset;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.state.AppliedAsset;
import dev.brandingbot.state.ApplyReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans which banner and icon of an event to apply. */
public final class AssetPlanner {
    /** A check may be this early and still rotate, so that a rotation is not delayed until the check after it. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final RotationSettings rules;

    public AssetPlanner(RotationSettings rules) {
        this.rules = rules;
    }

    /**
     * Plans which asset to apply for one kind.
     *
     * @param event the event that should be active
     * @param mode whether an asset that is already applied is uploaded again
     * @param request the asset of this kind that a moderator requests, if any
     */
    public AssetPlan plan(
            BrandingEvent event,
            AssetKind kind,
            AppliedAsset slot,
            Instant now,
            PlanMode mode,
            Optional<AssetRequest> request) {
        var plan = planned(event, kind, slot, now, mode, request);
        return request.flatMap(requested -> requested.asset(event))
                .map(plan::withPreferred)
                .orElse(plan);
    }

    private AssetPlan planned(
            BrandingEvent event,
            AssetKind kind,
            AppliedAsset slot,
            Instant now,
            PlanMode mode,
            Optional<AssetRequest> request) {
        var assets = event.assets(kind).stream().collect(toMap(Asset::sha, identity(), (first, same) -> first));
        if (!continues(event, slot, assets)) {
            var fresh = Rotation.of(assets.keySet());
            var isStarted = slot.eventPath().equals(Optional.of(event.path()));
            return new AssetPlan(
                    candidates(fresh, slot, assets),
                    fresh,
                    Optional.empty(),
                    isStarted ? ApplyReason.EDIT : ApplyReason.EVENT);
        }
        var rotation = new Rotation(slot.useCounts());
        var active = slot.sha().map(assets::get);
        var others = candidates(rotation, slot, assets).stream()
                .filter(asset -> !active.equals(Optional.of(asset)))
                .toList();
        var isRequested = request.isPresent();
        var isRotationDue = active.isEmpty() || (!others.isEmpty() && (isRequested || isDue(slot, now)));
        var lock = isRequested ? ApplyReason.WISH : ApplyReason.ROTATION;
        return switch (mode) {
            case RESYNC ->
                new AssetPlan(Stream.concat(active.stream(), others.stream()).toList(), rotation, active, lock);
            case REPAIR ->
                new AssetPlan(
                        Stream.concat(isRotationDue ? others.stream() : Stream.of(), active.stream())
                                .toList(),
                        rotation,
                        active,
                        lock);
            case CHANGE_VARIANT ->
                new AssetPlan(
                        isRotationDue
                                ? Stream.concat(others.stream(), active.stream())
                                        .toList()
                                : Stream.concat(active.stream(), others.stream())
                                        .toList(),
                        rotation,
                        active,
                        lock);
            case NORMAL -> new AssetPlan(isRotationDue ? others : List.of(), rotation, active, lock);
        };
    }

    private static boolean continues(BrandingEvent event, AppliedAsset slot, Map<String, Asset> assets) {
        return slot.eventPath().equals(Optional.of(event.path()))
                && slot.useCounts().keySet().equals(assets.keySet());
    }

    private List<Asset> candidates(Rotation rotation, AppliedAsset slot, Map<String, Asset> assets) {
        return rotation.order(slot.sha(), rules.random()).stream()
                .map(assets::get)
                .toList();
    }

    /** Whether the next rotation is due. A last rotation in the future means that the clock was set back. */
    private boolean isDue(AppliedAsset slot, Instant now) {
        return slot.rotatedAt()
                .filter(last -> !last.isAfter(now))
                .map(last -> !now.isBefore(last.plus(rules.interval()).minus(TOLERANCE)))
                .orElse(true);
    }
}
