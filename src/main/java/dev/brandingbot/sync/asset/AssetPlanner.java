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
        return request.flatMap(wish -> wish.asset(event))
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
            var isBegun = slot.eventPath().equals(Optional.of(event.path()));
            return new AssetPlan(
                    candidates(fresh, slot, assets),
                    fresh,
                    Optional.empty(),
                    isBegun ? ApplyReason.EDIT : ApplyReason.EVENT);
        }
        var rotation = new Rotation(slot.useCounts());
        var on = slot.sha().map(assets::get);
        var others = candidates(rotation, slot, assets).stream()
                .filter(asset -> !on.equals(Optional.of(asset)))
                .toList();
        var isWished = request.isPresent();
        var isTurn = on.isEmpty() || (!others.isEmpty() && (isWished || isDue(slot, now)));
        var turn = isWished ? ApplyReason.WISH : ApplyReason.ROTATION;
        return switch (mode) {
            case RESYNC ->
                new AssetPlan(Stream.concat(on.stream(), others.stream()).toList(), rotation, on, turn);
            case REPAIR ->
                new AssetPlan(
                        Stream.concat(isTurn ? others.stream() : Stream.of(), on.stream())
                                .toList(),
                        rotation,
                        on,
                        turn);
            case CHANGE_VARIANT ->
                new AssetPlan(
                        isTurn
                                ? Stream.concat(others.stream(), on.stream()).toList()
                                : Stream.concat(on.stream(), others.stream()).toList(),
                        rotation,
                        on,
                        turn);
            case NORMAL -> new AssetPlan(isTurn ? others : List.of(), rotation, on, turn);
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
