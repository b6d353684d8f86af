package dev.brandingbot.state;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is on as the guild's banner, or as its icon, and the rotation that it is part of.
 *
 * @param eventPath the event whose rotation this is; the other kind may already be a step further
 * @param sha the git SHA of the asset that is on
 * @param rotatedAt when it was put on
 * @param variant in which form it is on
 * @param useCounts for each SHA in the rotation how often it was used
 * @param hash by which Discord names what the bot put on last; nothing where that is not known
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

    /** What is on as it is, where Discord's hash is not known. */
    public AppliedAsset(
            Optional<String> eventPath, Optional<String> sha, Optional<Instant> rotatedAt, Map<String, Integer> uses) {
        this(eventPath, sha, rotatedAt, AssetVariant.ORIGINAL, uses, Optional.empty());
    }

    /** This slot once {@code newSha} is on. */
    public static AppliedAsset applied(String eventPath, String newSha, Instant rotatedAt, Map<String, Integer> uses) {
        return new AppliedAsset(Optional.of(eventPath), Optional.of(newSha), Optional.of(rotatedAt), uses);
    }

    /** The same, where the event at {@code previousPath} is now at {@code newPath}. */
    public AppliedAsset renamed(String previousPath, String newPath) {
        return new AppliedAsset(
                eventPath.map(path -> path.equals(previousPath) ? newPath : path),
                sha,
                rotatedAt,
                variant,
                useCounts,
                hash);
    }

    /** The same rotation, where nobody knows what is on. */
    public AppliedAsset withUnknownAsset() {
        return new AppliedAsset(eventPath, Optional.empty(), rotatedAt, useCounts);
    }

    /** The same, where Discord names what is on by {@code newHash}. */
    public AppliedAsset withHash(Optional<String> newHash) {
        return new AppliedAsset(eventPath, sha, rotatedAt, variant, useCounts, newHash);
    }

    /** The same asset, in another form. */
    public AppliedAsset withVariant(AssetVariant newForm) {
        return new AppliedAsset(eventPath, sha, rotatedAt, newForm, useCounts, hash);
    }
}
