package dev.brandingbot.sync;

import static java.util.Objects.requireNonNull;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.state.AppliedBranding;
import dev.brandingbot.state.AssetVariant;
import dev.brandingbot.state.HistoryEntry;
import dev.brandingbot.sync.asset.AssetChange;
import dev.brandingbot.sync.asset.AssetOutcome;
import dev.brandingbot.sync.asset.AssetSelection;
import dev.brandingbot.sync.asset.PlanMode;
import dev.brandingbot.sync.guild.DiscordResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies one event, in one check. Used once, by one thread. */
final class EventApplier {
    private static final Logger log = LoggerFactory.getLogger(EventApplier.class);

    /** The maximum number of uploads per kind of asset when Discord rejects one after the other. */
    private static final int MAX_ATTEMPTS = 3;

    private final SyncContext context;
    private final SyncInput input;
    private final EventTransition transition;
    private final EventCandidates candidates;
    private final AppliedBranding before;
    private final AssetPreparation preparation;

    private final Map<AssetKind, AssetOutcome> outcomes = new EnumMap<>(AssetKind.class);
    private final Map<AssetKind, AssetImage> images = new EnumMap<>(AssetKind.class);
    private final List<Finding> findings = new ArrayList<>();
    private final Map<AssetKind, Integer> attemptsLeft =
            new EnumMap<>(Map.of(AssetKind.BANNER, MAX_ATTEMPTS, AssetKind.ICON, MAX_ATTEMPTS));

    EventApplier(SyncContext context, SyncInput input, EventTransition transition, EventCandidates candidates) {
        var stored = input.applied();
        this.context = context;
        this.input = input;
        this.transition = transition;
        this.candidates = candidates;
        this.before = transition.isRename(candidates.snapshot(), stored) ? transition.renameIn(stored) : stored;
        this.preparation = new AssetPreparation(context, input, transition.event());
    }

    /**
     * Downloads and checks the assets that are to be applied. Changes nothing.
     *
     * @return why the event is invalid; empty if it can be applied, or if that is not known because a download failed
     */
    Optional<AssetSelection.Unusable> prepare() {
        return preparation.prepare(before, input.request().withMode(mode()));
    }

    /** Applies the prepared assets, records what Discord confirmed and sends the announcement if it is due. */
    SyncReport apply() {
        var stored = input.applied();
        var requested = input.uncertainty();
        var changes = preparation.changes();
        outcomes.putAll(preparation.outcomes());
        findings.addAll(preparation.findings());
        // Until Discord's answer is remembered, it is uncertain what is applied: if it never is, the next check repairs
        // it.
        var uncertain =
                changes.isEmpty() ? requested : Optional.of(context.state().markUncertain());
        var applied = apply(changes);
        var known = requested.isPresent() ? markUncertainSkipped(applied) : applied;
        var after = persist(known, applied.equals(before) ? stored : applied);
        if (outcomes.values().stream().noneMatch(AssetOutcome.Failed.class::isInstance)) {
            uncertain.ifPresent(context.state()::clearUncertainty);
        }
        return report(after, announce(after));
    }

    /** When an event becomes active again, its old assets may have been replaced manually, so they are verified. */
    private PlanMode mode() {
        var wanted = input.request().mode();
        var isRepair = input.uncertainty().isPresent() || transition.isSwitch(before);
        return wanted == PlanMode.NORMAL && isRepair ? PlanMode.REPAIR : wanted;
    }

    /**
     * Marks assets that could not be repaired, because Discord rejected them or the guild lacks a feature, so that they are
     * applied when that is possible.
     */
    private AppliedBranding markUncertainSkipped(AppliedBranding applied) {
        var known = applied;
        for (var outcome : outcomes.entrySet()) {
            if (outcome.getValue() instanceof AssetOutcome.Skipped) {
                known = known.withAsset(
                        outcome.getKey(), known.asset(outcome.getKey()).withUnknownAsset());
            }
        }
        return known;
    }

    private AppliedBranding apply(List<AssetChange> changes) {
        var applier = new AssetUploader(
                context.guild(),
                (after, confirmed) -> context.state().write(after, historyEntries(confirmed)),
                transition,
                input.now(),
                before,
                this::nextCandidate);
        applier.apply(changes);
        outcomes.putAll(applier.outcomes());
        images.putAll(applier.images());
        return applier.applied();
    }

    private List<HistoryEntry> historyEntries(List<AssetChange> confirmed) {
        return confirmed.stream()
                .map(change -> change.toHistoryEntry(
                        transition.event().path(), input.now(), input.request().invoker()))
                .toList();
    }

    private AnnouncementOutcome announce(AppliedBranding after) {
        if (isEntered(after) && isDue()) {
            log.warn(
                    "The announcement of an event was dropped: it could not be sent until the event was over. event={}",
                    before.event().map(ActiveEvent::path).orElse("none"));
        }
        return new Announcer(context.guild(), context.state())
                .announce(transition, after, candidates.calendar(), outcomes, images, input.capabilities());
    }

    /** Whether the pending announcement had a day on which it could be sent. A pinned event may have none. */
    private boolean isDue() {
        return before.announceSince()
                .flatMap(since ->
                        before.event().flatMap(ActiveEvent::dates).flatMap(dates -> dates.nextOccurrence(since)))
                .filter(days -> !days.first().isAfter(transition.today()))
                .isPresent();
    }

    private SyncReport report(AppliedBranding after, AnnouncementOutcome announcement) {
        return new SyncReport.Synchronized(
                transition.event(),
                isEntered(after),
                requireNonNull(outcomes.get(AssetKind.BANNER)),
                requireNonNull(outcomes.get(AssetKind.ICON)),
                announcement,
                Stream.concat(candidates.findings().stream(), findings.stream())
                        .distinct()
                        .toList());
    }

    private boolean isEntered(AppliedBranding after) {
        return transition.isSwitch(before) && !transition.isSwitch(after);
    }

    /** Returns what to try instead of an asset that Discord rejected. */
    private Optional<AssetChange> nextCandidate(AssetChange refused, DiscordResult.Rejected result) {
        findings.add(FindingCode.REJECTED_BY_DISCORD.finding(
                refused.asset().path(),
                "Discord does not accept this image. %s Replace it.".formatted(result.reason())));
        var kind = refused.kind();
        var plan = refused.plan().without(refused.asset());
        var tries = attemptsLeft.merge(kind, -1, Integer::sum);
        if (plan.candidates().isEmpty() || tries <= 0) {
            return Optional.empty();
        }
        var selection = context.loader().load(kind, plan, input.capabilities(), findings);
        return selection instanceof AssetSelection.Selected selected
                ? Optional.of(selected.change(kind, plan))
                : Optional.empty();
    }

    /** Records the result. An event becomes active with its first applied asset; one that is active already is always updated. */
    private AppliedBranding persist(AppliedBranding applied, AppliedBranding stored) {
        var isOn = outcomes.values().stream().anyMatch(AssetOutcome::isActive);
        var settled = markUnsupported(isOn || !transition.isSwitch(applied) ? transition.applyTo(applied) : applied);
        if (!settled.equals(stored)) {
            context.state().write(settled);
        }
        return settled;
    }

    /** Marks images that Discord removed along with a feature, so that they are applied again when the feature returns. */
    private AppliedBranding markUnsupported(AppliedBranding applied) {
        var settled = applied;
        for (var outcome : outcomes.entrySet()) {
            var slot = settled.asset(outcome.getKey());
            if (outcome.getValue() instanceof AssetOutcome.NotSupported
                    && slot.sha().isPresent()) {
                settled = settled.withAsset(
                        outcome.getKey(),
                        slot.withVariant(AssetVariant.NOT_SHOWN).withHash(Optional.empty()));
            }
        }
        return settled;
    }
}
