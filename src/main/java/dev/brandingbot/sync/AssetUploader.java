package dev.brandingbot.sync;

import static java.util.stream.Collectors.toMap;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.state.AppliedBranding;
import dev.brandingbot.support.SafeText;
import dev.brandingbot.sync.asset.AssetChange;
import dev.brandingbot.sync.asset.AssetOutcome;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.DiscordResult;
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
 * Uploads images and records each as soon as Discord confirms it. Small images share one request; they are sent separately if
 * Discord rejects that request or fails to process it. Used once; not thread-safe.
 */
final class AssetUploader {
    private static final Logger log = LoggerFactory.getLogger(AssetUploader.class);

    /** Two images go in one request up to this size, so that one of 10 MiB does not hold up a small one. */
    private static final long MAX_REQUEST_BYTES = 8L << 20;

    private final BrandedGuild guild;
    private final BiConsumer<AppliedBranding, List<AssetChange>> recorder;
    private final EventTransition transition;
    private final Instant now;
    private final BiFunction<AssetChange, DiscordResult.Rejected, Optional<AssetChange>> alternative;

    private final Map<AssetKind, AssetOutcome> outcomes = new EnumMap<>(AssetKind.class);
    private final Map<AssetKind, AssetImage> images = new EnumMap<>(AssetKind.class);
    private AppliedBranding applied;

    /**
     * @param recorder records what Discord confirmed: the new branding and the changes that led to it
     * @param applied the recorded branding before the upload
     * @param alternative returns what to try instead of an asset that Discord rejected; empty for nothing
     */
    AssetUploader(
            BrandedGuild guild,
            BiConsumer<AppliedBranding, List<AssetChange>> recorder,
            EventTransition transition,
            Instant now,
            AppliedBranding applied,
            BiFunction<AssetChange, DiscordResult.Rejected, Optional<AssetChange>> alternative) {
        this.guild = guild;
        this.recorder = recorder;
        this.transition = transition;
        this.now = now;
        this.applied = applied;
        this.alternative = alternative;
    }

    /** Uploads images, in one request or one after the other. */
    void apply(List<AssetChange> changes) {
        if (bytes(changes) <= MAX_REQUEST_BYTES) {
            upload(changes);
        } else {
            changes.forEach(change -> upload(List.of(change)));
        }
    }

    /** The outcome for each image. */
    Map<AssetKind, AssetOutcome> outcomes() {
        return outcomes;
    }

    /** The images that Discord confirmed. */
    Map<AssetKind, AssetImage> images() {
        return images;
    }

    /** The recorded branding so far. */
    AppliedBranding applied() {
        return applied;
    }

    private void upload(List<AssetChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var result =
                guild.applyAssets(changes.stream().collect(toMap(AssetChange::kind, AssetChange::image)), reason());
        if (result instanceof DiscordResult.Rejected refused) {
            uploadSeparately(changes, refused);
        } else if (result instanceof DiscordResult.Failed failed && failed.mayConcernOneOfTwo() && changes.size() > 1) {
            changes.forEach(change -> upload(List.of(change)));
        } else if (result instanceof DiscordResult.Unsuccessful notDone) {
            changes.forEach(change -> fail(change, notDone));
        } else {
            confirm(changes, (DiscordResult.Success) result);
        }
    }

    /** Two images are retried separately; a single one is replaced by another. */
    private void uploadSeparately(List<AssetChange> changes, DiscordResult.Rejected refused) {
        if (changes.size() > 1) {
            changes.forEach(change -> upload(List.of(change)));
            return;
        }
        var change = changes.get(0);
        warn(change, refused);
        outcomes.put(change.kind(), new AssetOutcome.Skipped(refused.reason()));
        alternative.apply(change, refused).ifPresent(other -> upload(List.of(other)));
    }

    private void fail(AssetChange change, DiscordResult.Unsuccessful result) {
        warn(change, result);
        outcomes.put(change.kind(), new AssetOutcome.Failed(result.reason()));
    }

    private void confirm(List<AssetChange> changes, DiscordResult.Success done) {
        var after = transition.applyTo(applied);
        for (var change : changes) {
            var before = applied.asset(change.kind());
            var hash = Optional.ofNullable(done.hashes().get(change.kind()));
            after = after.withAsset(
                    change.kind(),
                    change.appliedTo(before, transition.event().path(), now).withHash(hash));
            outcomes.put(
                    change.kind(),
                    new AssetOutcome.Applied(change.asset(), !change.plan().isRotation(change.asset())));
            images.put(change.kind(), change.image());
        }
        recorder.accept(after, changes);
        applied = after;
    }

    private void warn(AssetChange change, DiscordResult.Unsuccessful result) {
        log.warn(
                "Could not apply an asset; the previous one stays. event={} kind={} path={} result={}",
                transition.event().path(),
                change.kind().label(),
                change.asset().path(),
                result);
    }

    private String reason() {
        return "Branding: %s (%s)"
                .formatted(
                        transition.event().title(),
                        SafeText.toSingleLine(transition.event().path()));
    }

    private static long bytes(List<AssetChange> changes) {
        return changes.stream()
                .mapToLong(change -> change.image().bytes().length)
                .sum();
    }
}
