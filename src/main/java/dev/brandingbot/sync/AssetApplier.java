package dev.brandingbot.sync;

import static java.util.stream.Collectors.toMap;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.Image;
import dev.brandingbot.state.Remembered;
import dev.brandingbot.support.Legible;
import dev.brandingbot.sync.asset.AssetOutcome;
import dev.brandingbot.sync.asset.SlotChange;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.GuildAnswer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts images on and remembers each as soon as Discord confirmed it: in one request when they are small, apart when Discord
 * refuses them together or stumbles over them. Used once, by one thread.
 */
final class AssetApplier {
    private static final Logger log = LoggerFactory.getLogger(AssetApplier.class);

    /** Two images go in one request up to this size, so that one of 10 MiB does not hold up a small one. */
    private static final long TOGETHER_BYTES = 8L << 20;

    private final BrandedGuild guild;
    private final BiConsumer<Remembered, List<SlotChange>> memory;
    private final Entry entry;
    private final Instant now;
    private final BiFunction<SlotChange, GuildAnswer.Refused, Optional<SlotChange>> another;

    private final Map<AssetKind, AssetOutcome> outcomes = new EnumMap<>(AssetKind.class);
    private final Map<AssetKind, Image> images = new EnumMap<>(AssetKind.class);
    private Remembered remembered;

    /**
     * @param memory remembers what Discord confirmed: what is on after which changes
     * @param remembered what is remembered before
     * @param another gives what to try in the place of an asset that Discord refused, if anything
     */
    AssetApplier(
            BrandedGuild guild,
            BiConsumer<Remembered, List<SlotChange>> memory,
            Entry entry,
            Instant now,
            Remembered remembered,
            BiFunction<SlotChange, GuildAnswer.Refused, Optional<SlotChange>> another) {
        this.guild = guild;
        this.memory = memory;
        this.entry = entry;
        this.now = now;
        this.remembered = remembered;
        this.another = another;
    }

    /** Puts images on. */
    void apply(List<SlotChange> changes) {
        if (bytes(changes) <= TOGETHER_BYTES) {
            upload(changes);
        } else {
            changes.forEach(change -> upload(List.of(change)));
        }
    }

    /** What became of each image. */
    Map<AssetKind, AssetOutcome> outcomes() {
        return outcomes;
    }

    /** The images that Discord confirmed. */
    Map<AssetKind, Image> images() {
        return images;
    }

    /** What is remembered by now. */
    Remembered remembered() {
        return remembered;
    }

    private void upload(List<SlotChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var answer = guild.change(changes.stream().collect(toMap(SlotChange::kind, SlotChange::image)), reason());
        if (answer instanceof GuildAnswer.Refused refused) {
            divide(changes, refused);
        } else if (answer instanceof GuildAnswer.Failed failed && failed.mayBeOneOfTwo() && changes.size() > 1) {
            changes.forEach(change -> upload(List.of(change)));
        } else if (answer instanceof GuildAnswer.NotDone notDone) {
            changes.forEach(change -> fail(change, notDone));
        } else {
            confirm(changes, (GuildAnswer.Done) answer);
        }
    }

    /** Of two images one may be taken; in the place of one, another. */
    private void divide(List<SlotChange> changes, GuildAnswer.Refused refused) {
        if (changes.size() > 1) {
            changes.forEach(change -> upload(List.of(change)));
            return;
        }
        var change = changes.get(0);
        warn(change, refused);
        outcomes.put(change.kind(), new AssetOutcome.Skipped(refused.reason()));
        another.apply(change, refused).ifPresent(other -> upload(List.of(other)));
    }

    private void fail(SlotChange change, GuildAnswer.NotDone answer) {
        warn(change, answer);
        outcomes.put(change.kind(), new AssetOutcome.Failed(answer.reason()));
    }

    private void confirm(List<SlotChange> changes, GuildAnswer.Done done) {
        var after = entry.enter(remembered);
        for (var change : changes) {
            var before = remembered.slot(change.kind());
            var hash = Optional.ofNullable(done.hashes().get(change.kind()));
            after = after.withSlot(
                    change.kind(),
                    change.confirmed(before, entry.event().path(), now).withHash(hash));
            outcomes.put(change.kind(), new AssetOutcome.Applied(change.asset()));
            images.put(change.kind(), change.image());
        }
        memory.accept(after, changes);
        remembered = after;
    }

    private void warn(SlotChange change, GuildAnswer.NotDone answer) {
        log.warn(
                "Could not apply an asset; the previous one stays. event={} kind={} path={} answer={}",
                entry.event().path(),
                change.kind().word(),
                change.asset().path(),
                answer);
    }

    private String reason() {
        return "Branding: %s (%s)"
                .formatted(entry.event().title(), Legible.line(entry.event().path()));
    }

    private static long bytes(List<SlotChange> changes) {
        return changes.stream()
                .mapToLong(change -> change.image().bytes().length)
                .sum();
    }
}
