package dev.brandingbot.sandbox.discord.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.server.Json;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;

/** Serializes channels as Discord does. */
public final class ChannelJson {
    private static final String HIDDEN_NAME = "___hidden___";
    private static final int HIDDEN_FLAG = 1 << 17;
    private static final int BITRATE = 64_000;
    private static final Set<ChannelType> FORUMS = Set.of(ChannelType.FORUM, ChannelType.MEDIA);

    private final FakeGuildState guild;

    public ChannelJson(FakeGuildState guild) {
        this.guild = guild;
    }

    /** Returns the channel as the gateway sends it to the bot. A channel that the bot can't view is almost empty. */
    public ObjectNode gatewayView(FakeChannel channel) {
        return guild.isVisibleToBot(channel) ? full(channel) : hidden(channel);
    }

    /** Returns the channel with all fields. */
    public ObjectNode full(FakeChannel channel) {
        var json = common(channel);
        json.put("name", channel.name())
                .put("nsfw", false)
                .put("rate_limit_per_user", 0)
                .put("flags", 0);
        json.putNull("topic").putNull("last_message_id");
        if (channel.type().isAudio()) {
            json.put("bitrate", BITRATE).put("user_limit", 0).putNull("rtc_region");
        } else if (FORUMS.contains(channel.type())) {
            json.set("available_tags", Json.array());
            json.putNull("default_reaction_emoji").putNull("default_sort_order").put("default_forum_layout", 0);
        }
        var overwrites = json.putArray("permission_overwrites");
        if (!channel.deniedToBot().isEmpty()) {
            overwrites.add(denial(guild.botRoleId(), channel.deniedToBot()));
        }
        return json;
    }

    /** JDA 6.5.0 requires the bitrate of a voice channel; without it, it can't read the guild. */
    private ObjectNode hidden(FakeChannel channel) {
        var json = common(channel);
        json.put("name", HIDDEN_NAME).put("flags", HIDDEN_FLAG);
        json.putNull("topic").putNull("last_message_id").putNull("nsfw");
        if (channel.type().isAudio()) {
            json.put("bitrate", BITRATE);
        }
        json.putArray("permission_overwrites").add(denial(guild.id(), List.of(Permission.VIEW_CHANNEL)));
        return json;
    }

    private ObjectNode common(FakeChannel channel) {
        return Json.object()
                .put("id", GuildJson.id(channel.id()))
                .put("guild_id", GuildJson.id(guild.id()))
                .put("type", channel.type().getId())
                .put("position", 0)
                .putNull("parent_id");
    }

    private static ObjectNode denial(long roleId, Collection<Permission> denied) {
        return Json.object()
                .put("id", GuildJson.id(roleId))
                .put("type", 0)
                .put("allow", "0")
                .put("deny", GuildJson.permissionBits(denied));
    }
}
