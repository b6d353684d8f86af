package dev.brandingbot.cog;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.cog.Trouble.Urgency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;

/**
 * What a guild does not allow, or not any more, as JDA knows it: costs no request.
 *
 * @param guild the guild
 */
record GuildTroubles(Guild guild) {
    /**
     * All of it.
     *
     * @param changelogId the channel where events are announced
     * @param features those that the guild was ever seen with
     */
    List<Trouble> all(Optional<Long> changelogId, Set<String> features) {
        return Stream.of(manageServer(), changelogId.flatMap(this::changelog).stream(), lost(features))
                .flatMap(troubles -> troubles)
                .toList();
    }

    /** Of the features by which branding goes, those that the guild has. */
    Set<String> features() {
        return Set.copyOf(Stream.of(GuildFeature.values())
                .filter(feature -> feature.isAmong(guild.getFeatures()))
                .map(GuildFeature::name)
                .toList());
    }

    private Stream<Trouble> manageServer() {
        return guild.getSelfMember().hasPermission(Permission.MANAGE_SERVER)
                ? Stream.empty()
                : Stream.of(
                        trouble(
                                "permission",
                                "The permission Manage Server",
                                "The bot lacks it, and can change neither the icon nor the banner. Give it to one of the bot's roles."));
    }

    private Optional<Trouble> changelog(long id) {
        var channel = guild.getChannelById(GuildMessageChannel.class, id);
        if (channel == null) {
            return Optional.of(trouble(
                    "changelog",
                    "The changelog channel",
                    "It is not there, or not visible to the bot, so no event can be announced. Check"
                            + " BRANDING_CHANGELOG_CHANNEL_ID and the permission View Channel."));
        }
        var missing = Changelog.WANTED.stream()
                .filter(permission -> !guild.getSelfMember().hasPermission(channel, permission))
                .map(Permission::getName)
                .collect(joining(", "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(trouble(
                        "changelog",
                        "The changelog channel",
                        "In <#%s> the bot lacks %s, so events can't be announced as they should. Give it that."
                                .formatted(id, missing)));
    }

    private Stream<Trouble> lost(Set<String> features) {
        return Stream.of(GuildFeature.values())
                .filter(feature -> feature.isAmong(features) && !feature.isAmong(guild.getFeatures()))
                .map(feature -> trouble(
                        "feature " + feature,
                        "The feature " + feature,
                        "This server lost it with its boosts, so %s. It is used again as soon as it is back."
                                .formatted(feature.loss())));
    }

    private static Trouble trouble(String id, String headline, String text) {
        return new Trouble(TroubleArea.GUILD, id, Urgency.AT_ONCE, headline, text);
    }
}
