package dev.brandingbot.sync.asset;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.Event;
import dev.brandingbot.state.Reason;
import dev.brandingbot.state.Slot;
import dev.brandingbot.sync.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides for one kind of asset what should be on. */
public final class SlotPlanner {
    /** A check that comes a little early still counts as a whole day, lest each rotation slips by a check. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    private final RotationRules rules;

    public SlotPlanner(RotationRules rules) {
        this.rules = rules;
    }

    /**
     * Plans what should become of {@code slot}.
     *
     * @param event the event that should be on
     * @param task whether what should be on is uploaded even where it is on already, and whether another one is asked for
     */
    SlotPlan plan(Event event, AssetKind kind, Slot slot, Instant now, Task task) {
        var plan = planned(event, kind, slot, now, task);
        return task.wish(kind)
                .flatMap(wish -> wish.asset(event))
                .map(plan::preferring)
                .orElse(plan);
    }

    private SlotPlan planned(Event event, AssetKind kind, Slot slot, Instant now, Task task) {
        var assets = event.assets(kind).stream().collect(toMap(Asset::sha, identity(), (first, same) -> first));
        if (!continues(event, slot, assets)) {
            var fresh = Rotation.of(assets.keySet());
            var isBegun = slot.eventPath().equals(Optional.of(event.path()));
            return new SlotPlan(
                    candidates(fresh, slot, assets), fresh, Optional.empty(), isBegun ? Reason.EDIT : Reason.EVENT);
        }
        var rotation = new Rotation(slot.uses());
        var on = slot.sha().map(assets::get);
        var others = candidates(rotation, slot, assets).stream()
                .filter(asset -> !on.equals(Optional.of(asset)))
                .toList();
        var isWished = task.wish(kind).isPresent();
        var isTurn = on.isEmpty() || (!others.isEmpty() && (isWished || isDue(slot, now)));
        var turn = isWished ? Reason.WISH : Reason.ROTATION;
        return switch (task.purpose()) {
            case RESTORE ->
                new SlotPlan(Stream.concat(on.stream(), others.stream()).toList(), rotation, on, turn);
            case REPAIR ->
                new SlotPlan(
                        Stream.concat(isTurn ? others.stream() : Stream.of(), on.stream())
                                .toList(),
                        rotation,
                        on,
                        turn);
            case RESHAPE ->
                new SlotPlan(
                        isTurn
                                ? Stream.concat(others.stream(), on.stream()).toList()
                                : Stream.concat(on.stream(), others.stream()).toList(),
                        rotation,
                        on,
                        turn);
            case STEP -> new SlotPlan(isTurn ? others : List.of(), rotation, on, turn);
        };
    }

    private static boolean continues(Event event, Slot slot, Map<String, Asset> assets) {
        return slot.eventPath().equals(Optional.of(event.path()))
                && slot.uses().keySet().equals(assets.keySet());
    }

    private List<Asset> candidates(Rotation rotation, Slot slot, Map<String, Asset> assets) {
        return rotation.candidates(slot.sha(), rules.random()).stream()
                .map(assets::get)
                .toList();
    }

    /** A rotation in the future was remembered by a clock that has been set back since. */
    private boolean isDue(Slot slot, Instant now) {
        return slot.rotatedAt()
                .filter(last -> !last.isAfter(now))
                .map(last -> !now.isBefore(last.plus(rules.interval()).minus(SLACK)))
                .orElse(true);
    }
}
