package dev.brandingbot.sync;

import static java.util.Objects.requireNonNull;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.Finding;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.state.BrandingState;
import dev.brandingbot.state.CurrentEvent;
import dev.brandingbot.state.Remembered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts one event on, in one turn. Used once, by one thread. */
final class Showing {
    private static final Logger log = LoggerFactory.getLogger(Showing.class);

    /** How many assets of one kind are uploaded at most when Discord refuses one after the other. */
    private static final int MOST_TRIES = 3;

    private final SlotPlanner planner;
    private final AssetPicker picker;
    private final BrandedGuild guild;
    private final BrandingState state;

    private final Map<AssetKind, AssetOutcome> outcomes = new EnumMap<>(AssetKind.class);
    private final List<Finding> findings = new ArrayList<>();
    private final Map<AssetKind, Integer> triesLeft =
            new EnumMap<>(Map.of(AssetKind.BANNER, MOST_TRIES, AssetKind.ICON, MOST_TRIES));

    Showing(SlotPlanner planner, AssetPicker picker, BrandedGuild guild, BrandingState state) {
        this.planner = planner;
        this.picker = picker;
        this.guild = guild;
        this.state = state;
    }

    /**
     * Puts on what differs, remembers what Discord confirmed, and announces what is due.
     *
     * @param wanted whether what should be on is uploaded even where it is on already
     */
    SyncReport show(Entry entry, Snapshot snapshot, Remembered remembered, Instant now, Purpose wanted) {
        var before = entry.isRenaming(snapshot, remembered) ? entry.rename(remembered) : remembered;
        var abilities = guild.abilities();
        findings.addAll(snapshot.findings());
        var asked = state.restoreAsked();
        var purpose = asked.isPresent() && wanted == Purpose.STEP ? Purpose.REPAIR : wanted;
        var changes = new ArrayList<SlotChange>();
        for (var kind : AssetKind.values()) {
            var plan = planner.plan(entry.event(), kind, before.slot(kind), now, purpose);
            pick(kind, plan, abilities).ifPresent(changes::add);
        }
        var applier = new AssetApplier(guild, state, refused -> another(refused, abilities));
        // Until Discord's answer is remembered, it is uncertain what is on: if it never is, the next look puts it
        // right.
        var uncertain = changes.isEmpty() ? asked : Optional.of(state.askForRestore());
        var applied = applier.apply(entry, changes, before, now, outcomes);
        var after = settle(entry, applied, applied.equals(before) ? remembered : applied);
        if (outcomes.values().stream().noneMatch(AssetOutcome.Failed.class::isInstance)) {
            uncertain.ifPresent(state::forgetRestore);
        }
        var isEntered = entry.isNew(before) && !entry.isNew(after);
        if (isEntered && before.announceSince().isPresent()) {
            log.warn(
                    "The announcement of an event was dropped: it could not be sent until the event was over. event={}",
                    before.event().map(CurrentEvent::path).orElse("none"));
        }
        var announcement = new Announcer(guild, state)
                .announce(entry, after, snapshot.calendar().nextSwitch(entry.today()), outcomes.values(), abilities);
        return new SyncReport.Synchronised(
                entry.event(),
                isEntered,
                requireNonNull(outcomes.get(AssetKind.BANNER)),
                requireNonNull(outcomes.get(AssetKind.ICON)),
                announcement,
                findings.stream().distinct().toList());
    }

    private Optional<SlotChange> pick(AssetKind kind, SlotPlan plan, GuildAbilities abilities) {
        var pick = picker.pick(kind, plan, abilities, findings);
        if (pick instanceof Pick.Nothing nothing) {
            outcomes.put(kind, nothing.outcome());
        }
        return pick instanceof Pick.Picked picked
                ? Optional.of(new SlotChange(kind, plan, picked.image()))
                : Optional.empty();
    }

    /** What to try in the place of an asset that Discord refused. */
    private Optional<SlotChange> another(SlotChange refused, GuildAbilities abilities) {
        var plan = refused.plan().without(refused.asset());
        var tries = triesLeft.merge(refused.kind(), -1, Integer::sum);
        return plan.candidates().isEmpty() || tries <= 0 ? Optional.empty() : pick(refused.kind(), plan, abilities);
    }

    /** An event is on as soon as one of its assets is; one that is on already is renewed in any case. */
    private Remembered settle(Entry entry, Remembered applied, Remembered stored) {
        var isOn = outcomes.values().stream().anyMatch(AssetOutcome::isOn);
        var settled = isOn || !entry.isNew(applied) ? entry.enter(applied) : applied;
        if (!settled.equals(stored)) {
            state.write(settled);
        }
        return settled;
    }
}
