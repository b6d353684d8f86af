package dev.brandingbot.sync;

import static java.util.stream.Collectors.toMap;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.state.BrandingState;
import dev.brandingbot.state.Remembered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts images on and remembers each as soon as Discord confirmed it. */
final class AssetApplier {
    private static final Logger log = LoggerFactory.getLogger(AssetApplier.class);

    /** Two images go in one request up to this size, so that one of 10 MiB does not hold up a small one. */
    private static final long TOGETHER_BYTES = 8L << 20;

    private final BrandedGuild guild;
    private final BrandingState state;
    private final Function<SlotChange, Optional<SlotChange>> another;

    /** @param another gives what to try in the place of an asset that Discord refused, if anything */
    AssetApplier(BrandedGuild guild, BrandingState state, Function<SlotChange, Optional<SlotChange>> another) {
        this.guild = guild;
        this.state = state;
        this.another = another;
    }

    /**
     * Puts {@code changes} on: in one request when they are small, apart when Discord refuses them together.
     *
     * @param outcomes takes what became of each
     * @return what is remembered afterwards
     */
    Remembered apply(
            Entry entry,
            List<SlotChange> changes,
            Remembered before,
            Instant now,
            Map<AssetKind, AssetOutcome> outcomes) {
        if (changes.isEmpty()) {
            return before;
        }
        if (changes.size() > 1 && bytes(changes) > TOGETHER_BYTES) {
            return applyApart(entry, changes, before, now, outcomes);
        }
        var answer = guild.change(changes.stream().collect(toMap(SlotChange::kind, SlotChange::image)), reason(entry));
        if (answer instanceof GuildAnswer.Refused refused) {
            return changes.size() > 1
                    ? applyApart(entry, changes, before, now, outcomes)
                    : applyAnother(entry, changes.get(0), refused, before, now, outcomes);
        }
        if (answer instanceof GuildAnswer.NotDone notDone) {
            changes.forEach(change -> warn(entry, change, notDone));
            changes.forEach(change -> outcomes.put(change.kind(), new AssetOutcome.Failed(notDone.reason())));
            return before;
        }
        return confirm(entry, changes, before, now, outcomes);
    }

    private Remembered applyApart(
            Entry entry,
            List<SlotChange> changes,
            Remembered before,
            Instant now,
            Map<AssetKind, AssetOutcome> outcomes) {
        var remembered = before;
        for (var change : changes) {
            remembered = apply(entry, List.of(change), remembered, now, outcomes);
        }
        return remembered;
    }

    private Remembered applyAnother(
            Entry entry,
            SlotChange change,
            GuildAnswer.Refused refused,
            Remembered before,
            Instant now,
            Map<AssetKind, AssetOutcome> outcomes) {
        warn(entry, change, refused);
        var other = another.apply(change);
        if (other.isEmpty()) {
            outcomes.put(change.kind(), new AssetOutcome.Skipped(refused.reason()));
            return before;
        }
        return apply(entry, List.of(other.get()), before, now, outcomes);
    }

    private Remembered confirm(
            Entry entry,
            List<SlotChange> changes,
            Remembered before,
            Instant now,
            Map<AssetKind, AssetOutcome> outcomes) {
        var after = entry.enter(before);
        for (var change : changes) {
            after = after.withSlot(
                    change.kind(),
                    change.confirmed(before.slot(change.kind()), entry.event().path(), now));
            outcomes.put(change.kind(), new AssetOutcome.Applied(change.asset()));
        }
        state.write(after);
        return after;
    }

    private static long bytes(List<SlotChange> changes) {
        return changes.stream()
                .mapToLong(change -> change.image().bytes().length)
                .sum();
    }

    private static String reason(Entry entry) {
        return "Branding: %s (%s)"
                .formatted(entry.event().title(), entry.event().path());
    }

    private static void warn(Entry entry, SlotChange change, GuildAnswer.NotDone answer) {
        log.warn(
                "Discord did not take an asset; what was on stays. event={} kind={} path={} answer={}",
                entry.event().path(),
                change.kind().word(),
                change.asset().path(),
                answer);
    }
}
