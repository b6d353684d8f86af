package dev.brandingbot.sync.asset;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.Event;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.state.Remembered;
import dev.brandingbot.state.Slot;
import dev.brandingbot.sync.CheckTools;
import dev.brandingbot.sync.Situation;
import dev.brandingbot.sync.Task;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which assets of an event are to be applied, downloads them and checks them: all of them before the first is uploaded.
 * Used once, by one thread.
 */
public final class AssetPreparation {
    private final CheckTools tools;
    private final Situation situation;
    private final Event event;

    private final Map<AssetKind, AssetOutcome> outcomes = new EnumMap<>(AssetKind.class);
    private final List<Finding> findings = new ArrayList<>();
    private final List<SlotChange> changes = new ArrayList<>();

    public AssetPreparation(CheckTools tools, Situation situation, Event event) {
        this.tools = tools;
        this.situation = situation;
        this.event = event;
    }

    /**
     * Prepares all that is to be applied.
     *
     * @param before what is remembered of the event
     * @param task what is to be done
     * @return why the event is invalid; empty if it is not, or if that is not known because a download failed
     */
    public Optional<Pick.Unusable> prepare(Remembered before, Task task) {
        for (var kind : AssetKind.values()) {
            var unusable = prepare(kind, before.slot(kind), task);
            if (unusable.isPresent()) {
                return unusable;
            }
        }
        holdBack();
        return Optional.empty();
    }

    /** What is to be uploaded. */
    public List<SlotChange> changes() {
        return List.copyOf(changes);
    }

    /** What became of each kind of which nothing is to be uploaded. */
    public Map<AssetKind, AssetOutcome> outcomes() {
        return Map.copyOf(outcomes);
    }

    /** What is wrong with the assets that were tried. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    private Optional<Pick.Unusable> prepare(AssetKind kind, Slot slot, Task task) {
        var shaped = isShapedRight(kind, slot) ? task : reshaping(task);
        var plan = tools.planner().plan(event, kind, slot, situation.now(), shaped);
        var pick = tools.picker().pick(kind, plan, situation.abilities(), findings);
        if (pick instanceof Pick.Unusable unusable) {
            return Optional.of(unusable);
        }
        if (pick instanceof Pick.Nothing nothing) {
            outcomes.put(kind, nothing.outcome());
        } else if (pick instanceof Pick.Picked picked) {
            add(picked.change(kind, plan), slot, shaped.purpose());
        }
        return Optional.empty();
    }

    /** Leaves out what is no change in the end: the form of what is active was not known before the image was decoded. */
    private void add(SlotChange change, Slot slot, Purpose purpose) {
        var isNews = change.plan().isTurn(change.asset()) || !change.form().equals(slot.form());
        if (purpose == Purpose.RESHAPE && !isNews) {
            outcomes.put(change.kind(), new AssetOutcome.Unchanged(change.asset()));
        } else {
            changes.add(change);
        }
    }

    /** Whether what is active is so in the form in which the guild can show it. */
    private boolean isShapedRight(AssetKind kind, Slot slot) {
        var active = event.assets(kind).stream()
                .filter(asset -> slot.sha().equals(Optional.of(asset.sha())))
                .findFirst();
        var abilities = situation.abilities();
        return active.isEmpty()
                || !abilities.isAvailable()
                || tools.picker().forms(kind, abilities).of(active.get()).equals(Optional.of(slot.form()));
    }

    private static Task reshaping(Task task) {
        return task.purpose() == Purpose.STEP ? task.with(Purpose.RESHAPE) : task;
    }

    /** Nothing is uploaded as long as something that belongs to it could not be downloaded. */
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
