package dev.brandingbot.sync.asset;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.support.SafeText;
import dev.brandingbot.support.Suggestions;
import dev.brandingbot.support.UserText;
import java.util.Optional;

/**
 * A moderator's request for another asset.
 *
 * @param kind banner or icon
 * @param name the asset's file name; empty for the next one in the rotation
 */
public record AssetRequest(AssetKind kind, Optional<String> name) {
    private static final int MAX_SUGGESTED_NAMES = 10;

    /** The requested asset of {@code event}; empty if none was named or it does not exist. */
    Optional<Asset> asset(BrandingEvent event) {
        return name.flatMap(wanted -> event.assets(kind).stream()
                .filter(asset -> UserText.searchKey(asset.name()).equals(UserText.searchKey(wanted)))
                .min(comparing(asset -> !asset.name().equals(wanted))));
    }

    /** Why {@code event} can't fulfill the request; empty if it can. */
    public Optional<String> problem(BrandingEvent event) {
        return name.filter(wanted -> asset(event).isEmpty())
                .map(wanted -> SafeText.toSingleLine("%s has no %s \"%s\". %s"
                        .formatted(event.title(), kind.label(), wanted, suggestion(event, wanted))));
    }

    private String suggestion(BrandingEvent event, String wanted) {
        var names = event.assets(kind).stream().map(Asset::name).toList();
        return Suggestions.closest(wanted, names)
                .map("Did you mean %s?"::formatted)
                .orElseGet(() -> names.size() == 1
                        ? "It has only %s.".formatted(names.get(0))
                        : names.stream().limit(MAX_SUGGESTED_NAMES).collect(joining(", ", "Choose one of ", ".")));
    }
}
