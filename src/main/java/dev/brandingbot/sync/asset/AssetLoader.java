package dev.brandingbot.sync.asset;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.support.Interruption;
import dev.brandingbot.sync.guild.GuildCapabilities;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads the first candidate of a plan that the guild can show. Used for one check; not thread-safe. */
public final class AssetLoader {
    /**
     * The maximum number of downloads per kind in one check. Unusable images are remembered, so the next check continues with
     * others.
     */
    private static final int MAX_DOWNLOADS = 16;

    private final BrandingRepository repository;
    private final Map<AssetKind, Integer> downloads = new EnumMap<>(AssetKind.class);

    /**
     * The kind of which a download failed. Other kinds are not downloaded then, as these downloads would likely time out as well.
     */
    private Optional<AssetKind> failed = Optional.empty();

    public AssetLoader(BrandingRepository repository) {
        this.repository = repository;
    }

    /**
     * Downloads candidates until one can be used.
     *
     * @param findings receives the problems of rejected candidates
     */
    public AssetSelection load(AssetKind kind, AssetPlan plan, GuildCapabilities capabilities, List<Finding> findings) {
        if (capabilities.isAvailable() && !capabilities.supports(kind)) {
            return new AssetSelection.None(new AssetOutcome.NotSupported());
        }
        if (plan.candidates().isEmpty()) {
            return none(kind, plan, List.of());
        }
        var problem = capabilities.blockingReason();
        if (problem.isPresent()) {
            return new AssetSelection.None(new AssetOutcome.Failed(problem.get()));
        }
        if (failed.isPresent()) {
            return new AssetSelection.None(AssetOutcome.Failed.waitingFor(failed.get()));
        }
        try {
            return firstUsable(kind, plan, variants(kind, capabilities), findings);
        } catch (RepositoryUnavailableException e) {
            Interruption.throwIfInterrupted();
            failed = Optional.of(kind);
            return new AssetSelection.None(new AssetOutcome.Failed(e.reason()));
        }
    }

    /** Returns which variants the guild shows for assets of this kind. */
    public VariantSelector variants(AssetKind kind, GuildCapabilities capabilities) {
        return new VariantSelector(repository, kind, capabilities.supportsAnimated(kind));
    }

    private AssetSelection firstUsable(AssetKind kind, AssetPlan plan, VariantSelector variants, List<Finding> findings)
            throws RepositoryUnavailableException {
        var refusals = new ArrayList<Finding>();
        for (var candidate : plan.candidates()) {
            if (repository.imageStatus(candidate).isEmpty() && downloads.merge(kind, 1, Integer::sum) > MAX_DOWNLOADS) {
                findings.addAll(refusals);
                return tooMany(kind, plan);
            }
            var loaded = variants.image(candidate, refusals::add);
            if (loaded.isPresent()) {
                findings.addAll(refusals);
                return new AssetSelection.Selected(
                        loaded.get().image(), loaded.get().variant());
            }
        }
        findings.addAll(refusals);
        return none(kind, plan, refusals);
    }

    private static AssetSelection tooMany(AssetKind kind, AssetPlan plan) {
        return new AssetSelection.None(plan.fallback()
                .<AssetOutcome>map(AssetOutcome.Unchanged::new)
                .orElseGet(() -> new AssetOutcome.Failed(
                        "%s %ss were downloaded, and none can be used. The next check tries others."
                                .formatted(MAX_DOWNLOADS, kind.label()))));
    }

    private static AssetSelection none(AssetKind kind, AssetPlan plan, List<Finding> refusals) {
        if (plan.fallback().isPresent()) {
            return new AssetSelection.None(
                    new AssetOutcome.Unchanged(plan.fallback().get()));
        }
        return plan.isOfAll()
                ? new AssetSelection.Unusable(kind, refusals)
                : new AssetSelection.None(new AssetOutcome.Skipped("No %s of this event can be used. %s"
                        .formatted(
                                kind.label(),
                                refusals.stream().map(Finding::message).collect(joining(" ")))));
    }
}
