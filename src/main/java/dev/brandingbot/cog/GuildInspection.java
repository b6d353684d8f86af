package dev.brandingbot.cog;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.sync.ChangesByHand;
import java.util.List;
import java.util.Set;

/**
 * What is not as it should be in the guild, whatever the repository says. Waits for Redis and perhaps for Discord.
 *
 * @param needs what it lacks
 * @param changes what is on that the bot did not put on
 */
record GuildInspection(GuildNeeds needs, ChangesByHand changes) {
    /** What the guild lacks, each as a sentence that says what to do. */
    List<String> missing() {
        return needs.missing();
    }

    /** The kinds of which something is on that the bot did not put on. */
    Set<AssetKind> changedByHand() {
        return changes.find();
    }
}
