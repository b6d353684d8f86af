package dev.brandingbot.sandbox.discord.model;

import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.Permission;

/**
 * The initial state of the guild.
 *
 * @param id the ID, which is also that of everyone's role
 * @param name the name
 * @param features the features, like {@code BANNER}
 * @param ownerId the owner's ID
 * @param botRoleId the ID of the bot's own role, one of {@code roles}
 * @param roles the roles, including everyone's
 * @param members the members, without the bot
 * @param channels the channels
 */
public record FakeGuildSettings(
        long id,
        String name,
        Set<String> features,
        long ownerId,
        long botRoleId,
        List<FakeRole> roles,
        List<FakeMember> members,
        List<FakeChannel> channels) {
    /** The ID of the guild in {@link #defaults}. */
    public static final long ID = 1_100_000_000_000_000_001L;
    /** The bot's own role. */
    public static final long BOT_ROLE = 1_100_000_000_000_000_011L;
    /** The moderators' role, which has no permissions. */
    public static final long MODERATOR_ROLE = 1_100_000_000_000_000_012L;
    /** The owner. */
    public static final long OWNER = 1_100_000_000_000_000_021L;
    /** The member with the moderators' role. */
    public static final long MODERATOR = 1_100_000_000_000_000_022L;
    /** The member without any role. */
    public static final long MEMBER = 1_100_000_000_000_000_023L;
    /** The channel in which members talk. */
    public static final long GENERAL = 1_100_000_000_000_000_031L;
    /** The channel for announcements. */
    public static final long CHANGELOG = 1_100_000_000_000_000_032L;
    /** The channel for alerts to moderators. */
    public static final long MOD_LOG = 1_100_000_000_000_000_033L;

    public FakeGuildSettings {
        features = Set.copyOf(features);
        roles = List.copyOf(roles);
        members = List.copyOf(members);
        channels = List.copyOf(channels);
    }

    /**
     * Returns a guild with every feature that branding needs, three channels, an owner, a moderator with a role only, a member without
     * roles, and all permissions that the bot needs.
     */
    public static FakeGuildSettings defaults() {
        return new FakeGuildSettings(
                ID,
                "Sandbox",
                Set.of("ANIMATED_BANNER", "ANIMATED_ICON", "BANNER"),
                OWNER,
                BOT_ROLE,
                List.of(
                        new FakeRole(
                                ID,
                                "@everyone",
                                Set.of(
                                        Permission.VIEW_CHANNEL,
                                        Permission.MESSAGE_SEND,
                                        Permission.MESSAGE_HISTORY,
                                        Permission.USE_APPLICATION_COMMANDS)),
                        new FakeRole(
                                BOT_ROLE,
                                "branding-bot",
                                Set.of(
                                        Permission.MANAGE_SERVER,
                                        Permission.VIEW_CHANNEL,
                                        Permission.MESSAGE_SEND,
                                        Permission.MESSAGE_EMBED_LINKS,
                                        Permission.MESSAGE_ATTACH_FILES,
                                        Permission.MESSAGE_HISTORY,
                                        Permission.CREATE_SCHEDULED_EVENTS)),
                        new FakeRole(MODERATOR_ROLE, "moderators", Set.of())),
                List.of(
                        new FakeMember(OWNER, "owner", Set.of()),
                        new FakeMember(MODERATOR, "moderator", Set.of(MODERATOR_ROLE)),
                        new FakeMember(MEMBER, "member", Set.of())),
                List.of(
                        new FakeChannel(GENERAL, "general"),
                        new FakeChannel(CHANGELOG, "changelog"),
                        new FakeChannel(MOD_LOG, "mod-log")));
    }

    /** Returns a copy with these features only. */
    public FakeGuildSettings withFeatures(Set<String> features) {
        return new FakeGuildSettings(id, name, features, ownerId, botRoleId, roles, members, channels);
    }

    /** Returns a copy with these channels only. */
    public FakeGuildSettings withChannels(List<FakeChannel> channels) {
        return new FakeGuildSettings(id, name, features, ownerId, botRoleId, roles, members, channels);
    }
}
