package dev.brandingbot.cog;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;

/**
 * What the guild lacks for all of the branding to be shown and announced, as sentences that say what to do. Asks JDA's cache
 * alone.
 *
 * @param guild looks the guild up, and finds nothing while it is not available
 * @param changelogChannelId where new events are announced, if anywhere
 */
record GuildNeeds(Supplier<Optional<Guild>> guild, Optional<Long> changelogChannelId) {
    private static final List<Permission> CHANGELOG = List.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_ATTACH_FILES,
            Permission.MESSAGE_HISTORY);

    List<String> missing() {
        return guild.get()
                .map(here -> Stream.of(permission(here), features(here), changelog(here).stream())
                        .flatMap(sentences -> sentences)
                        .toList())
                .orElseGet(() -> List.of("Discord does not serve this server just now, or the bot is not in it."));
    }

    private static Stream<String> permission(Guild here) {
        return here.getSelfMember().hasPermission(Permission.MANAGE_SERVER)
                ? Stream.of()
                : Stream.of(
                        "Permission Manage Server: without it nothing can be put on. Give it to one of the bot's roles.");
    }

    private static Stream<String> features(Guild here) {
        var features = here.getFeatures();
        return Stream.of(
                        Optional.of("Feature BANNER: without it no banner is shown. It comes with boosts.")
                                .filter(sentence -> !features.contains("BANNER")),
                        Optional.of("Feature ANIMATED_ICON: without it still icons are taken. It comes with boosts.")
                                .filter(sentence -> !features.contains("ANIMATED_ICON")),
                        Optional.of(
                                        "Feature ANIMATED_BANNER: without it still banners are taken. It comes with boosts.")
                                .filter(sentence -> !features.contains("ANIMATED_BANNER")))
                .flatMap(Optional::stream);
    }

    private Optional<String> changelog(Guild here) {
        return changelogChannelId.flatMap(
                id -> Optional.ofNullable(here.getChannelById(GuildMessageChannel.class, id))
                        .map(channel -> permissions(here, channel))
                        .orElseGet(
                                () -> Optional.of(
                                        "The changelog channel: it is gone, or hidden from the bot. Check BRANDING_CHANGELOG_CHANNEL_ID.")));
    }

    private static Optional<String> permissions(Guild here, GuildMessageChannel channel) {
        var missing = CHANGELOG.stream()
                .filter(permission -> !here.getSelfMember().hasPermission(channel, permission))
                .map(Permission::getName)
                .collect(joining(", "));
        return Optional.of("In the changelog channel: %s. Allow it there, so that events can be announced."
                        .formatted(missing))
                .filter(sentence -> !missing.isEmpty());
    }
}
