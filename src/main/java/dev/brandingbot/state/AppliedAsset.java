package dev.brandingbot.state;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The asset that is applied as the server's banner or icon, and its rotation.
 *
 * @param eventPath the path of the event whose rotation this is; the banner and the icon may belong to different events for a moment
 * @param sha the Git SHA of the applied asset
 * @param rotatedAt when it was applied as a step of the rotation
 * @param variant the variant in which it is applied
 * @param useCounts how often each asset of the rotation was applied, by SHA
 * @param hash Discord's hash of the image that the bot applied last; empty if it is not known
 */
public record AppliedAsset(
        Optional<String> eventPath,
        Optional<String> sha,
        Optional<Instant> rotatedAt,
        AssetVariant variant,
        Map<String, Integer> useCounts,
        Optional<String> hash) {
    /** Nothing was applied yet. */
    public static final AppliedAsset EMPTY =
            new AppliedAsset(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    public AppliedAsset {
        useCounts = Map.copyOf(useCounts);
    }

    /** An asset that is applied as it is, without Discord's hash. */
    public AppliedAsset(
            Optional<String> eventPath, Optional<String> sha, Optional<Instant> rotatedAt, Map<String, Integer> uses) {
        this(eventPath, sha, rotatedAt, AssetVariant.ORIGINAL, uses, Optional.empty());
    }

    /** Returns a copy after the asset {@code newSha} was applied. */
    public static AppliedAsset applied(String eventPath, String newSha, Instant rotatedAt, Map<String, Integer> uses) {
        return new AppliedAsset(Optional.of(eventPath), Optional.of(newSha), Optional.of(rotatedAt), uses);
    }

    /** Returns a copy after the event at {@code previousPath} was renamed to {@code newPath}. */
    public AppliedAsset renamed(String previousPath, String newPath) {
        return new AppliedAsset(
                eventPath.map(path -> path.equals(previousPath) ? newPath : path),
                sha,
                rotatedAt,
                variant,
                useCounts,
                hash);
    }

    /** Returns a copy with the same rotation but without an applied asset, because it is uncertain which one is. */
    public AppliedAsset withUnknownAsset() {
        return new AppliedAsset(eventPath, Optional.empty(), rotatedAt, useCounts);
    }

    /** Returns a copy with Discord's hash of the applied image. */
    public AppliedAsset withHash(Optional<String> newHash) {
        return new AppliedAsset(eventPath, sha, rotatedAt, variant, useCounts, newHash);
    }

    /** Returns a copy with another variant of the asset. */
    public AppliedAsset withVariant(AssetVariant newForm) {
        return new AppliedAsset(eventPath, sha, rotatedAt, newForm, useCounts, hash);
    }
}
