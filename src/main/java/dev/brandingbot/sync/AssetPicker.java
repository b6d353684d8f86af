package dev.brandingbot.sync;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.Finding;
import dev.brandingbot.repository.FindingCode;
import dev.brandingbot.repository.ImageCheck;
import dev.brandingbot.repository.ImageVerdict;
import dev.brandingbot.repository.RepositoryUnavailableException;
import java.util.ArrayList;
import java.util.List;

/** Takes the first candidate of a plan that this guild can show. */
final class AssetPicker {
    private final BrandingRepository repository;

    AssetPicker(BrandingRepository repository) {
        this.repository = repository;
    }

    /**
     * Downloads candidates until one can be used.
     *
     * @param findings takes what is found out on the way
     */
    Pick pick(AssetKind kind, SlotPlan plan, GuildAbilities abilities, List<Finding> findings) {
        if (plan.candidates().isEmpty()) {
            return nothing(kind, plan, List.of());
        }
        var obstacle = abilities.obstacle();
        if (obstacle.isPresent()) {
            return new Pick.Nothing(new AssetOutcome.Failed(obstacle.get()));
        }
        if (!abilities.takes(kind)) {
            return new Pick.Nothing(
                    new AssetOutcome.Skipped(
                            "This server lacks the feature BANNER, which comes with boosts; the banner follows once it is there."));
        }
        try {
            return firstUsable(kind, plan, abilities, findings);
        } catch (RepositoryUnavailableException e) {
            return new Pick.Nothing(new AssetOutcome.Failed(e.reason()));
        }
    }

    private Pick firstUsable(AssetKind kind, SlotPlan plan, GuildAbilities abilities, List<Finding> findings)
            throws RepositoryUnavailableException {
        var refusals = new ArrayList<Finding>();
        for (var candidate : plan.candidates()) {
            var check = check(kind, candidate, abilities);
            if (check instanceof ImageCheck.Usable usable) {
                return new Pick.Picked(usable.image());
            } else if (check instanceof ImageCheck.Unusable unusable) {
                refusals.add(unusable.finding());
                findings.add(unusable.finding());
            }
        }
        return nothing(kind, plan, refusals);
    }

    private ImageCheck check(AssetKind kind, Asset asset, GuildAbilities abilities)
            throws RepositoryUnavailableException {
        if (abilities.takesAnimated(kind)) {
            return repository.image(asset);
        }
        var isKnownAsAnimated =
                repository.verdict(asset).filter(AssetPicker::isAnimated).isPresent();
        var check = isKnownAsAnimated ? still(kind, asset) : repository.image(asset);
        return isAnimated(check) ? still(kind, asset) : check;
    }

    private ImageCheck still(AssetKind kind, Asset asset) throws RepositoryUnavailableException {
        if (asset.still().isEmpty()) {
            return tooAnimated(kind, asset);
        }
        var check = repository.image(asset.still().get());
        return check instanceof ImageCheck.Usable usable
                ? new ImageCheck.Usable(usable.image().inPlaceOf(asset))
                : check;
    }

    private static boolean isAnimated(ImageVerdict verdict) {
        return verdict instanceof ImageVerdict.Usable usable && usable.isAnimated();
    }

    private static boolean isAnimated(ImageCheck check) {
        return check instanceof ImageCheck.Usable usable && usable.image().isAnimated();
    }

    private static ImageCheck tooAnimated(AssetKind kind, Asset asset) {
        return new ImageCheck.Unusable(FindingCode.ANIMATED.at(
                asset.path(),
                "%s is animated, and this server lacks the feature for an animated %s, which comes with boosts: add a still one."
                        .formatted(asset.name(), kind.word())));
    }

    private static Pick nothing(AssetKind kind, SlotPlan plan, List<Finding> refusals) {
        return new Pick.Nothing(plan.otherwise()
                .<AssetOutcome>map(AssetOutcome.Unchanged::new)
                .orElseGet(() -> new AssetOutcome.Skipped("None of the event's %ss can be used. %s"
                        .formatted(
                                kind.word(),
                                refusals.stream().map(Finding::message).collect(joining(" "))))));
    }
}
