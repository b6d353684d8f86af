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
 * @param form in which form it is on
 * @param uses for each SHA in the rotation how often it was used
 * @param hash by which Discord names what the bot put on last; nothing where that is not known
 */
public record Slot(
        Optional<String> eventPath,
        Optional<String> sha,
        Optional<Instant> rotatedAt,
        AssetForm form,
        Map<String, Integer> uses,
        Optional<String> hash) {
    /** Nothing was applied yet. */
    public static final Slot EMPTY = new Slot(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    public Slot {
        uses = Map.copyOf(uses);
    }

    /** What is on as it is, where Discord's hash is not known. */
    public Slot(
            Optional<String> eventPath, Optional<String> sha, Optional<Instant> rotatedAt, Map<String, Integer> uses) {
        this(eventPath, sha, rotatedAt, AssetForm.AS_IS, uses, Optional.empty());
    }

    /** This slot once {@code newSha} is on. */
    public static Slot showing(String eventPath, String newSha, Instant rotatedAt, Map<String, Integer> uses) {
        return new Slot(Optional.of(eventPath), Optional.of(newSha), Optional.of(rotatedAt), uses);
    }

    /** The same, where the event at {@code previousPath} is now at {@code newPath}. */
    public Slot renamed(String previousPath, String newPath) {
        return new Slot(
                eventPath.map(path -> path.equals(previousPath) ? newPath : path), sha, rotatedAt, form, uses, hash);
    }

    /** The same rotation, where nobody knows what is on. */
    public Slot doubted() {
        return new Slot(eventPath, Optional.empty(), rotatedAt, uses);
    }

    /** The same, where Discord names what is on by {@code newHash}. */
    public Slot withHash(Optional<String> newHash) {
        return new Slot(eventPath, sha, rotatedAt, form, uses, newHash);
    }

    /** The same asset, in another form. */
    public Slot inForm(AssetForm newForm) {
        return new Slot(eventPath, sha, rotatedAt, newForm, uses, hash);
    }
}
