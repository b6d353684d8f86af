package dev.brandingbot.sandbox.discord.model;

import static java.util.stream.Collectors.toMap;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import org.jspecify.annotations.Nullable;

/** The state of the guild. Its lock is held while a change is made and sent, so that every client sees the same order. Thread-safe. */
public final class FakeGuildState {
    private final FakeGuildSettings settings;
    private final FakeMember bot;
    private final Map<Long, FakeRole> roles;
    private final Map<Long, FakeMember> members;
    private final Map<Long, FakeChannel> channels;
    private GuildView view;
    private boolean isBotMember;

    public FakeGuildState(FakeGuildSettings settings, FakeMember bot, boolean isBotMember) {
        this.settings = settings;
        this.bot = bot;
        this.isBotMember = isBotMember;
        this.roles = byId(settings.roles(), FakeRole::id);
        this.members = byId(settings.members(), FakeMember::id);
        this.channels = byId(settings.channels(), FakeChannel::id);
        this.view =
                new GuildView(settings.id(), settings.name(), settings.features(), Optional.empty(), Optional.empty());
        members.put(bot.id(), bot);
    }

    public long id() {
        return settings.id();
    }

    long ownerId() {
        return settings.ownerId();
    }

    public long botRoleId() {
        return settings.botRoleId();
    }

    public FakeMember bot() {
        return bot;
    }

    public synchronized GuildView view() {
        return view;
    }

    public synchronized void setView(GuildView view) {
        this.view = view;
    }

    public synchronized boolean isBotMember() {
        return isBotMember;
    }

    public synchronized void setBotMember(boolean isBotMember) {
        this.isBotMember = isBotMember;
    }

    public synchronized List<FakeRole> roles() {
        return List.copyOf(roles.values());
    }

    public synchronized FakeRole role(long id) {
        return known(roles.get(id), "role", id);
    }

    public synchronized void putRole(FakeRole role) {
        roles.put(role.id(), role);
    }

    public synchronized FakeMember member(long id) {
        return known(members.get(id), "member", id);
    }

    public synchronized List<FakeChannel> channels() {
        return List.copyOf(channels.values());
    }

    public synchronized Optional<FakeChannel> channel(long id) {
        return Optional.ofNullable(channels.get(id));
    }

    public synchronized void putChannel(FakeChannel channel) {
        channels.put(channel.id(), channel);
    }

    public synchronized void removeChannel(long id) {
        channels.remove(id);
    }

    /** Returns the permissions of a member in the guild. */
    public synchronized Set<Permission> permissions(FakeMember member) {
        if (member.id() == settings.ownerId()) {
            return EnumSet.allOf(Permission.class);
        }
        var permissions = EnumSet.noneOf(Permission.class);
        Stream.concat(Stream.of(id()), member.roleIds().stream())
                .map(roles::get)
                .forEach(role -> permissions.addAll(role.permissions()));
        return permissions.contains(Permission.ADMINISTRATOR) ? EnumSet.allOf(Permission.class) : permissions;
    }

    /** Returns the permissions of the bot in a channel. */
    public Set<Permission> botPermissions(FakeChannel channel) {
        var permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(permissions(bot));
        if (!permissions.contains(Permission.ADMINISTRATOR)) {
            permissions.removeAll(channel.deniedToBot());
        }
        return permissions.contains(Permission.VIEW_CHANNEL) ? permissions : EnumSet.noneOf(Permission.class);
    }

    public boolean isVisibleToBot(FakeChannel channel) {
        return botPermissions(channel).contains(Permission.VIEW_CHANNEL);
    }

    private static <T> T known(@Nullable T value, String kind, long id) {
        if (value == null) {
            throw new IllegalArgumentException("The guild has no " + kind + " " + id);
        }
        return value;
    }

    private static <T> Map<Long, T> byId(List<T> values, Function<T, Long> id) {
        return values.stream().collect(toMap(id, value -> value, (a, b) -> b, LinkedHashMap::new));
    }
}
