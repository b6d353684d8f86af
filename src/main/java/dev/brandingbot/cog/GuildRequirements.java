package dev.brandingbot.cog;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;

/**
 * What the branding needs of a guild. Reads JDA's cache only, so it sends no request.
 *
 * @param guild finds the guild, or nothing while it is not available
 * @param settings what the host wants the branding to do
 */
record GuildRequirements(Supplier<Optional<Guild>> guild, CogSettings settings) {
    /** The key of the permission to create scheduled events. */
    static final String CREATE_EVENTS = "create events";

    private static final MissingRequirement AVAILABLE = new MissingRequirement(
            "guild", "The server", "Discord doesn't serve it at the moment, or the bot is not in it.");

    private static final MissingRequirement MANAGE_SERVER = new MissingRequirement(
            "permission",
            "The permission Manage Server",
            "Without it the bot can change neither the icon nor the banner. Give it to one of the bot's roles.");

    private static final MissingRequirement CREATE_SCHEDULED_EVENTS = new MissingRequirement(
            CREATE_EVENTS,
            "The permission Create Events",
            "Without it the bot can't publish the next events. Give it to one of the bot's roles.");

    /** A channel that the bot writes to. */
    private record Channel(String key, String headline, List<Permission> permissions, String loss) {
        private MissingRequirement missing(String text) {
            return new MissingRequirement(key, headline, text);
        }
    }

    private static final Channel CHANGELOG = new Channel(
            "changelog", "The changelog channel", Changelog.WANTED, "events can't be announced as they should");

    private static final Channel MOD_LOG =
            new Channel("mod log", "The mod log channel", ModLogChannel.NEEDED, "moderators don't hear of problems");

    /** What is missing and not a feature: somebody has to change a setting here or at Discord. */
    List<MissingRequirement> missing() {
        return guild.get().map(this::missing).orElseGet(() -> List.of(AVAILABLE));
    }

    /** The features that the guild doesn't have: some of the branding is left out, and nothing is wrong. */
    List<MissingRequirement> missingFeatures() {
        return guild.get()
                .map(here -> Stream.of(GuildFeature.values())
                        .filter(feature -> !feature.isAmong(here.getFeatures()))
                        .map(GuildRequirements::missing)
                        .toList())
                .orElse(List.of());
    }

    /** The features of which some were there before and are missing now. */
    List<MissingRequirement> lostFeatures(Set<String> before) {
        var lost = Stream.of(GuildFeature.values())
                .filter(feature -> feature.isAmong(before))
                .map(feature -> missing(feature).key())
                .toList();
        return missingFeatures().stream()
                .filter(feature -> lost.contains(feature.key()))
                .toList();
    }

    /** Of the features that the branding uses, those that the guild has. */
    Set<String> features() {
        var features = guild.get().map(Guild::getFeatures).orElse(Set.of());
        return Set.copyOf(Stream.of(GuildFeature.values())
                .filter(feature -> feature.isAmong(features))
                .map(GuildFeature::name)
                .toList());
    }

    private static MissingRequirement missing(GuildFeature feature) {
        return new MissingRequirement(
                "feature " + feature,
                "The feature " + feature,
                "Without it %s. It comes with boosts.".formatted(feature.loss()));
    }

    private List<MissingRequirement> missing(Guild here) {
        return Stream.of(
                        permission(here, Permission.MANAGE_SERVER, MANAGE_SERVER),
                        channel(here, settings.announcements().channelId(), CHANGELOG),
                        channel(here, settings.modLogChannelId(), MOD_LOG),
                        settings.scheduledEvents() > 0
                                ? permission(here, Permission.CREATE_SCHEDULED_EVENTS, CREATE_SCHEDULED_EVENTS)
                                : Optional.<MissingRequirement>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<MissingRequirement> permission(
            Guild here, Permission permission, MissingRequirement missing) {
        return here.getSelfMember().hasPermission(permission) ? Optional.empty() : Optional.of(missing);
    }

    private static Optional<MissingRequirement> channel(Guild here, Optional<Long> id, Channel needed) {
        return id.flatMap(known -> Optional.ofNullable(here.getChannelById(GuildMessageChannel.class, known))
                .map(there -> permissions(here, there, needed))
                .orElseGet(() -> Optional.of(needed.missing(
                        "It is not there, or not visible to the bot, so %s. Check its id and the permission View Channel."
                                .formatted(needed.loss())))));
    }

    private static Optional<MissingRequirement> permissions(Guild here, GuildMessageChannel channel, Channel needed) {
        var missing = needed.permissions().stream()
                .filter(permission -> !here.getSelfMember().hasPermission(channel, permission))
                .map(Permission::getName)
                .collect(joining(", "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(needed.missing("In <#%s> the bot lacks %s, so %s. Allow it there."
                        .formatted(channel.getId(), missing, needed.loss())));
    }
}
