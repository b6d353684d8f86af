package dev.brandingbot.sync;

import static java.util.Objects.requireNonNull;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.Finding;
import dev.brandingbot.repository.FindingCode;
import dev.brandingbot.repository.Image;
import dev.brandingbot.state.AssetForm;
import dev.brandingbot.state.BrandingState;
import dev.brandingbot.state.Caller;
import dev.brandingbot.state.CurrentEvent;
import dev.brandingbot.state.HistoryEntry;
import dev.brandingbot.state.Remembered;
import dev.brandingbot.state.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final Entry entry;
    private final Outlook outlook;

    private final Map<AssetKind, AssetOutcome> outcomes = new EnumMap<>(AssetKind.class);
    private final Map<AssetKind, Image> images = new EnumMap<>(AssetKind.class);
    private final List<Finding> findings = new ArrayList<>();
    private final Map<AssetKind, Integer> triesLeft =
            new EnumMap<>(Map.of(AssetKind.BANNER, MOST_TRIES, AssetKind.ICON, MOST_TRIES));

    Showing(
            SlotPlanner planner,
            AssetPicker picker,
            BrandedGuild guild,
            BrandingState state,
            Entry entry,
            Outlook outlook) {
        this.planner = planner;
        this.picker = picker;
        this.guild = guild;
        this.state = state;
        this.entry = entry;
        this.outlook = outlook;
    }

    /**
     * Puts on what differs, remembers what Discord confirmed, and announces what is due.
     *
     * @param stored what is remembered
     * @param task whether what should be on is uploaded even where it is on already, and whether another asset is asked for
     */
    SyncReport show(Remembered stored, Instant now, Task task) {
        var abilities = guild.abilities();
        var before = entry.isRenaming(outlook.snapshot(), stored) ? entry.rename(stored) : stored;
        var asked = state.restoreAsked();
        var changes = changes(before, now, task.with(purpose(task.purpose(), before, asked)), abilities);
        // Until Discord's answer is remembered, it is uncertain what is on: if it never is, the next look puts it
        // right.
        var uncertain = changes.isEmpty() ? asked : Optional.of(state.askForRestore());
        var applied = apply(changes, before, now, task.caller(), abilities);
        var known = asked.isPresent() ? withoutDoubtful(applied) : applied;
        var after = settle(known, applied.equals(before) ? stored : applied);
        if (outcomes.values().stream().noneMatch(AssetOutcome.Failed.class::isInstance)) {
            uncertain.ifPresent(state::forgetRestore);
        }
        return report(before, after, announce(before, after, abilities));
    }

    /** What an event finds on from its last time may have been changed by hand since, while another one had nothing to put on. */
    private Purpose purpose(Purpose wanted, Remembered before, Optional<String> asked) {
        var isRepair = asked.isPresent() || entry.isNew(before);
        return wanted == Purpose.STEP && isRepair ? Purpose.REPAIR : wanted;
    }

    /** What was to be repaired and could not, because Discord refused it or the guild lacks a feature, is put on when it can be. */
    private Remembered withoutDoubtful(Remembered applied) {
        var known = applied;
        for (var outcome : outcomes.entrySet()) {
            if (outcome.getValue() instanceof AssetOutcome.Skipped) {
                known = known.withSlot(
                        outcome.getKey(), known.slot(outcome.getKey()).doubted());
            }
        }
        return known;
    }

    private List<SlotChange> changes(Remembered before, Instant now, Task task, GuildAbilities abilities) {
        return Stream.of(AssetKind.values())
                .flatMap(kind -> {
                    var slot = before.slot(kind);
                    var reshaped = isShapedRight(kind, slot, abilities) ? task : reshaping(task);
                    var plan = planner.plan(entry.event(), kind, slot, now, reshaped);
                    return pick(kind, plan, abilities)
                            .filter(change -> reshaped.purpose() != Purpose.RESHAPE || isNews(change, slot))
                            .stream();
                })
                .toList();
    }

    /** Whether what is on is on in the form in which the guild can show it. */
    private boolean isShapedRight(AssetKind kind, Slot slot, GuildAbilities abilities) {
        var on = entry.event().assets(kind).stream()
                .filter(asset -> slot.sha().equals(Optional.of(asset.sha())))
                .findFirst();
        return on.isEmpty()
                || !abilities.isAvailable()
                || picker.forms(kind, abilities).of(on.get()).equals(Optional.of(slot.form()));
    }

    private static Task reshaping(Task task) {
        return task.purpose() == Purpose.STEP ? task.with(Purpose.RESHAPE) : task;
    }

    /** Whether a change is none in the end: the form of what is on was not known before its bytes were. */
    private boolean isNews(SlotChange change, Slot slot) {
        var isNews = change.plan().isTurn(change.asset()) || !change.form().equals(slot.form());
        if (!isNews) {
            outcomes.put(change.kind(), new AssetOutcome.Unchanged(change.asset()));
        }
        return isNews;
    }

    private Remembered apply(
            List<SlotChange> changes,
            Remembered before,
            Instant now,
            Optional<Caller> caller,
            GuildAbilities abilities) {
        var applier = new AssetApplier(
                guild,
                (after, confirmed) -> state.write(after, told(confirmed, now, caller)),
                entry,
                now,
                before,
                (refused, answer) -> another(refused, answer, abilities));
        applier.apply(changes);
        outcomes.putAll(applier.outcomes());
        images.putAll(applier.images());
        return applier.remembered();
    }

    private List<HistoryEntry> told(List<SlotChange> confirmed, Instant now, Optional<Caller> caller) {
        return confirmed.stream()
                .map(change -> change.told(entry.event().path(), now, caller))
                .toList();
    }

    private AnnouncementOutcome announce(Remembered before, Remembered after, GuildAbilities abilities) {
        if (isEntered(before, after) && isDue(before)) {
            log.warn(
                    "The announcement of an event was dropped: it could not be sent until the event was over. event={}",
                    before.event().map(CurrentEvent::path).orElse("none"));
        }
        return new Announcer(guild, state).announce(entry, after, outlook.calendar(), outcomes, images, abilities);
    }

    /** Whether there was a day for the announcement that is still to be sent; for an event that was pinned there may be none. */
    private boolean isDue(Remembered before) {
        return before.announceSince()
                .flatMap(since -> before.event().flatMap(CurrentEvent::dates).flatMap(dates -> dates.nextFrom(since)))
                .filter(days -> !days.first().isAfter(entry.today()))
                .isPresent();
    }

    private SyncReport report(Remembered before, Remembered after, AnnouncementOutcome announcement) {
        return new SyncReport.Synchronised(
                entry.event(),
                isEntered(before, after),
                requireNonNull(outcomes.get(AssetKind.BANNER)),
                requireNonNull(outcomes.get(AssetKind.ICON)),
                announcement,
                Stream.concat(outlook.findings().stream(), findings.stream())
                        .distinct()
                        .toList());
    }

    private boolean isEntered(Remembered before, Remembered after) {
        return entry.isNew(before) && !entry.isNew(after);
    }

    private Optional<SlotChange> pick(AssetKind kind, SlotPlan plan, GuildAbilities abilities) {
        var pick = picker.pick(kind, plan, abilities, findings);
        if (pick instanceof Pick.Nothing nothing) {
            outcomes.put(kind, nothing.outcome());
        }
        return pick instanceof Pick.Picked picked
                ? Optional.of(new SlotChange(kind, plan, picked.image(), picked.form()))
                : Optional.empty();
    }

    /** What to try in the place of an asset that Discord refused. */
    private Optional<SlotChange> another(SlotChange refused, GuildAnswer.Refused answer, GuildAbilities abilities) {
        findings.add(FindingCode.REFUSED.at(
                refused.asset().path(), "Discord does not take this image. %s Replace it.".formatted(answer.reason())));
        var plan = refused.plan().without(refused.asset());
        var tries = triesLeft.merge(refused.kind(), -1, Integer::sum);
        return plan.candidates().isEmpty() || tries <= 0 ? Optional.empty() : pick(refused.kind(), plan, abilities);
    }

    /** An event is on as soon as one of its assets is; one that is on already is renewed in any case. */
    private Remembered settle(Remembered applied, Remembered stored) {
        var isOn = outcomes.values().stream().anyMatch(AssetOutcome::isOn);
        var settled = withoutHidden(isOn || !entry.isNew(applied) ? entry.enter(applied) : applied);
        if (!settled.equals(stored)) {
            state.write(settled);
        }
        return settled;
    }

    /** What Discord took off with a feature is put on again when that comes back. */
    private Remembered withoutHidden(Remembered remembered) {
        var settled = remembered;
        for (var outcome : outcomes.entrySet()) {
            var slot = settled.slot(outcome.getKey());
            if (outcome.getValue() instanceof AssetOutcome.NotShown
                    && slot.sha().isPresent()) {
                settled = settled.withSlot(
                        outcome.getKey(), slot.inForm(AssetForm.NOT_SHOWN).withHash(Optional.empty()));
            }
        }
        return settled;
    }
}
