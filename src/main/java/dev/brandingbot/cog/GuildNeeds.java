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
 * What the guild lacks for all of the branding to be shown, announced and told of, as sentences that say what to do. Asks JDA's
 * cache alone.
 *
 * @param guild looks the guild up, and finds nothing while it is not available
 * @param changelogChannelId where new events are announced, if anywhere
 * @param modLogChannelId where moderators are told of trouble, if anywhere
 * @param isPublishing whether coming events are published as scheduled events
 */
record GuildNeeds(
        Supplier<Optional<Guild>> guild,
        Optional<Long> changelogChannelId,
        Optional<Long> modLogChannelId,
        boolean isPublishing) {
    /** What is needed in a channel, and what for. */
    private record Channel(String name, String setting, List<Permission> permissions, String purpose) {}

    private static final Channel CHANGELOG = new Channel(
            "changelog channel", "BRANDING_CHANGELOG_CHANNEL_ID", Changelog.WANTED, "events can be announced");

    private static final Channel MOD_LOG = new Channel(
            "moderators' channel", "BRANDING_MOD_LOG_CHANNEL_ID", ModLogChannel.NEEDED, "moderators hear of trouble");

    List<String> missing() {
        return guild.get()
                .map(here -> Stream.of(
                                manageServer(here),
                                features(here),
                                changelogChannelId.flatMap(id -> channel(here, id, CHANGELOG)).stream(),
                                modLogChannelId.flatMap(id -> channel(here, id, MOD_LOG)).stream(),
                                createEvents(here))
                        .flatMap(sentences -> sentences)
                        .toList())
                .orElseGet(() -> List.of("Discord does not serve this server just now, or the bot is not in it."));
    }

    private static Stream<String> manageServer(Guild here) {
        return Stream.of(
                        "Permission Manage Server: without it nothing can be put on. Give it to one of the bot's roles.")
                .filter(sentence -> !here.getSelfMember().hasPermission(Permission.MANAGE_SERVER));
    }

    private static Stream<String> features(Guild here) {
        return Stream.of(GuildFeature.values())
                .filter(feature -> !feature.isAmong(here.getFeatures()))
                .map(feature -> "Feature %s: without it %s. It comes with boosts.".formatted(feature, feature.loss()));
    }

    private static Optional<String> channel(Guild here, long id, Channel needed) {
        return Optional.ofNullable(here.getChannelById(GuildMessageChannel.class, id))
                .map(there -> permissions(here, there, needed))
                .orElseGet(() -> Optional.of("The %s: it is gone, or hidden from the bot. Check %s."
                        .formatted(needed.name(), needed.setting())));
    }

    private static Optional<String> permissions(Guild here, GuildMessageChannel channel, Channel needed) {
        var missing = needed.permissions().stream()
                .filter(permission -> !here.getSelfMember().hasPermission(channel, permission))
                .map(Permission::getName)
                .collect(joining(", "));
        return Optional.of("In the %s: %s. Allow it there, so that %s."
                        .formatted(needed.name(), missing, needed.purpose()))
                .filter(sentence -> !missing.isEmpty());
    }

    private Stream<String> createEvents(Guild here) {
        return Stream.of(
                        "Permission Create Events: without it no coming events are published. Give it to one of the bot's roles.")
                .filter(sentence ->
                        isPublishing && !here.getSelfMember().hasPermission(Permission.CREATE_SCHEDULED_EVENTS));
    }
}
