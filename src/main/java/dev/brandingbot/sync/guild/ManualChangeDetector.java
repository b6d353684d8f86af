package dev.brandingbot.sync.guild;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.state.AppliedBranding;
import dev.brandingbot.state.BrandingStore;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Detects images that were changed manually. Reports nothing that is uncertain: if Discord's hash is unknown, while an upload is
 * in progress or its result is unknown, and while the guild is unavailable. Blocks on Redis and possibly on Discord; throws
 * {@link dev.brandingbot.state.StateUnavailableException} when Redis fails.
 */
public final class ManualChangeDetector {
    private final BrandedGuild guild;
    private final BrandingStore state;

    /**
     * @param guild the guild with the images
     * @param state the recorded branding
     */
    public ManualChangeDetector(BrandedGuild guild, BrandingStore state) {
        this.guild = guild;
        this.state = state;
    }

    /** Returns the kinds whose image was not applied by the bot. */
    public Set<AssetKind> detect() {
        var expected = expected();
        var actual = expected.isEmpty() ? Optional.<Map<AssetKind, String>>empty() : guild.imageHashes(expected);
        // An upload of another instance in between would have changed the record.
        return actual.filter(known -> expected.equals(expected())).stream()
                .flatMap(known -> differing(expected, known))
                .collect(toSet());
    }

    private static Stream<AssetKind> differing(Map<AssetKind, String> expected, Map<AssetKind, String> actual) {
        return expected.entrySet().stream()
                .filter(hash -> !hash.getValue().equals(actual.get(hash.getKey())))
                .map(Map.Entry::getKey);
    }

    /** The expected hashes, as far as they are certain. */
    private Map<AssetKind, String> expected() {
        var capabilities = guild.capabilities();
        if (!capabilities.isAvailable() || state.uncertainty().isPresent()) {
            return Map.of();
        }
        var applied = state.read();
        return Stream.of(AssetKind.values())
                .filter(capabilities::supports)
                .filter(kind -> hash(applied, kind).isPresent())
                .collect(toMap(kind -> kind, kind -> hash(applied, kind).orElseThrow()));
    }

    private static Optional<String> hash(AppliedBranding applied, AssetKind kind) {
        return applied.asset(kind).hash();
    }
}
