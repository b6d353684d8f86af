package dev.brandingbot.sync.asset;

import dev.brandingbot.event.Asset;
import dev.brandingbot.state.ApplyReason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The plan for the banner or the icon: the first usable candidate is applied.
 *
 * @param candidates the candidates, best first; empty if the applied asset is right
 * @param rotation the rotation that counts the uses
 * @param current the applied asset if it belongs to the event. Applying it again does not count as a use. If it is no candidate,
 *     it stays when no candidate can be used
 * @param rotationReason why another asset is due
 * @param requested the asset that a moderator asked for by its name, if any
 */
public record AssetPlan(
        List<Asset> candidates,
        Rotation rotation,
        Optional<Asset> current,
        ApplyReason rotationReason,
        Optional<Asset> requested) {
    AssetPlan(List<Asset> candidates, Rotation rotation, Optional<Asset> current, ApplyReason rotationReason) {
        this(candidates, rotation, current, rotationReason, Optional.empty());
    }

    public AssetPlan {
        candidates = List.copyOf(candidates);
    }

    /** Returns this plan without one of its candidates. */
    public AssetPlan without(Asset asset) {
        var others = candidates.stream()
                .filter(candidate -> !candidate.equals(asset))
                .toList();
        return new AssetPlan(others, rotation, current, rotationReason, requested);
    }

    /** Returns this plan for a requested asset. The only alternative is the current asset. */
    AssetPlan withPreferred(Asset wanted) {
        var others = candidates.stream()
                .filter(candidate -> !candidate.equals(wanted))
                .filter(candidate -> current.isEmpty() || current.get().equals(candidate));
        return new AssetPlan(
                Stream.concat(Stream.of(wanted), others).toList(),
                rotation,
                current,
                ApplyReason.WISH,
                Optional.of(wanted));
    }

    /** The asset that stays if no candidate can be used. */
    Optional<Asset> fallback() {
        return current.filter(asset -> !candidates.contains(asset));
    }

    /** Whether every asset of the event is a candidate. */
    boolean isOfAll() {
        return candidates.size() == rotation.useCounts().size();
    }

    /** Whether applying {@code asset} counts as a use in the rotation, which applying the current asset again does not. */
    public boolean isRotation(Asset asset) {
        return !current.equals(Optional.of(asset));
    }

    /** Returns why {@code asset} is applied. */
    ApplyReason reason(Asset asset) {
        var isRequested = requested.equals(Optional.of(asset));
        return isRotation(asset) || isRequested ? rotationReason : ApplyReason.REPAIR;
    }
}
