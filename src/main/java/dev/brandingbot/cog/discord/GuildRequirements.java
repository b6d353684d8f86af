package dev.brandingbot.cog.discord;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;

/**
 * The requirements of the branding in a guild. Reads JDA's cache only and sends no request.
 *
 * @param guild returns the guild; empty while it is unavailable
 * @param access the channels, roles and permissions that the branding uses
 */
public record GuildRequirements(Supplier<Optional<Guild>> guild, RequiredAccess access) {
    /** The key of the permission to create scheduled events. */
    public static final String CREATE_EVENTS = "create events";

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

    /** The missing requirements except features. Each needs a change of a setting. */
    public List<MissingRequirement> missing() {
        return guild.get().map(this::missing).orElseGet(() -> List.of(AVAILABLE));
    }

    /** The features that the guild doesn't have. This is not an error, but part of the branding is left out. */
    public List<MissingRequirement> missingFeatures() {
        return guild.get()
                .map(here -> Stream.of(GuildFeature.values())
                        .filter(feature -> !feature.isIn(here.getFeatures()))
                        .map(GuildRequirements::missing)
                        .toList())
                .orElse(List.of());
    }

    /** The missing features that are among {@code before}. */
    public List<MissingRequirement> lostFeatures(Set<String> before) {
        var lost = Stream.of(GuildFeature.values())
                .filter(feature -> feature.isIn(before))
                .map(feature -> missing(feature).key())
                .toList();
        return missingFeatures().stream()
                .filter(feature -> lost.contains(feature.key()))
                .toList();
    }

    /** The features of the guild that the branding uses. */
    public Set<String> features() {
        var features = guild.get().map(Guild::getFeatures).orElse(Set.of());
        return Set.copyOf(Stream.of(GuildFeature.values())
                .filter(feature -> feature.isIn(features))
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
                        permission(here, Permission.MANAGE_SERVER, MANAGE_SERVER).stream(),
                        channels(here),
                        roles(here),
                        createEvents(here).stream())
                .flatMap(missing -> missing)
                .toList();
    }

    private static Optional<MissingRequirement> permission(
            Guild here, Permission permission, MissingRequirement missing) {
        return here.getSelfMember().hasPermission(permission) ? Optional.empty() : Optional.of(missing);
    }

    private Stream<MissingRequirement> channels(Guild here) {
        return Stream.of(
                        access.changelogChannelId().flatMap(id -> ChannelRequirement.CHANGELOG.missing(here, id)),
                        access.modLogChannelId().flatMap(id -> ChannelRequirement.MOD_LOG.missing(here, id)))
                .flatMap(Optional::stream);
    }

    private Stream<MissingRequirement> roles(Guild here) {
        var announced = access.announcedRoleId().stream()
                .filter(id -> isUnknown(here, id))
                .map(GuildRequirements::announcedRole);
        var moderators = access.moderatorRoleIds().stream()
                .filter(id -> isUnknown(here, id))
                .sorted()
                .map(GuildRequirements::moderatorRole);
        return Stream.concat(announced, moderators);
    }

    private static boolean isUnknown(Guild here, long roleId) {
        return here.getRoleById(roleId) == null;
    }

    private static MissingRequirement announcedRole(long id) {
        return new MissingRequirement(
                "announced role",
                "The announced role",
                "No role of this server has the ID %s, so announcements ping nobody. Set the ID of a role."
                        .formatted(Long.toUnsignedString(id)));
    }

    private static MissingRequirement moderatorRole(long id) {
        return new MissingRequirement(
                "moderator role " + Long.toUnsignedString(id),
                "A moderator role",
                "No role of this server has the ID %s, so no one is a moderator through it. Set the ID of a role."
                        .formatted(Long.toUnsignedString(id)));
    }

    private Optional<MissingRequirement> createEvents(Guild here) {
        return access.publishesEvents()
                ? permission(here, Permission.CREATE_SCHEDULED_EVENTS, CREATE_SCHEDULED_EVENTS)
                : Optional.empty();
    }
}
