package dev.brandingbot.sync.asset;

import dev.brandingbot.event.Asset;
import dev.brandingbot.state.ApplyReason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What should become of the banner, or of the icon: the first of the candidates that can be used is put on.
 *
 * @param candidates the best first; none when what is on is right
 * @param rotation where a use is counted
 * @param current the asset that is on and belongs there: putting it on again counts as no use, and where it is no candidate it
 *     stays when none of them can be used
 * @param rotationReason why it would be another one's turn
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

    /** This without one of its candidates. */
    public AssetPlan without(Asset asset) {
        var others = candidates.stream()
                .filter(candidate -> !candidate.equals(asset))
                .toList();
        return new AssetPlan(others, rotation, current, rotationReason, requested);
    }

    /** This where one asset is asked for: what is on is not replaced by yet another one. */
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

    /** What stays on when no candidate can be used. */
    Optional<Asset> fallback() {
        return current.filter(asset -> !candidates.contains(asset));
    }

    /** Whether every asset of the event is a candidate. */
    boolean isOfAll() {
        return candidates.size() == rotation.useCounts().size();
    }

    /** Whether putting {@code asset} on is a turn in the rotation, not a repair of what should be on. */
    public boolean isRotation(Asset asset) {
        return !current.equals(Optional.of(asset));
    }

    /** Why {@code asset} is put on. */
    ApplyReason reason(Asset asset) {
        var isRequested = requested.equals(Optional.of(asset));
        return isRotation(asset) || isRequested ? rotationReason : ApplyReason.REPAIR;
    }
}
