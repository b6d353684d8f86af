package dev.brandingbot.sandbox.discord.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.server.Json;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import net.dv8tion.jda.api.Permission;

/** Serializes the guild and its roles and members as Discord does. */
public final class GuildJson {
    private static final String JOINED = "2024-01-01T00:00:00.000000+00:00";
    private static final int AFK_TIMEOUT = 300;
    private static final int MAX_MEMBERS = 500_000;

    private final FakeGuildState guild;

    public GuildJson(FakeGuildState guild) {
        this.guild = guild;
    }

    /** Returns the guild object of REST responses and GUILD_UPDATE. */
    public ObjectNode guild() {
        var view = guild.view();
        var json = Json.object();
        json.put("id", id(view.id())).put("name", view.name()).put("owner_id", id(guild.ownerId()));
        json.put("icon", view.icon().map(GuildImage::hash).orElse(null));
        json.put("banner", view.banner().map(GuildImage::hash).orElse(null));
        json.putNull("splash")
                .putNull("discovery_splash")
                .putNull("description")
                .putNull("vanity_url_code");
        json.putNull("afk_channel_id").put("afk_timeout", AFK_TIMEOUT);
        json.putNull("system_channel_id").put("system_channel_flags", 0).putNull("rules_channel_id");
        json.putNull("public_updates_channel_id").putNull("safety_alerts_channel_id");
        json.put("verification_level", 0)
                .put("default_message_notifications", 0)
                .put("explicit_content_filter", 0);
        json.put("mfa_level", 0).put("nsfw_level", 0).put("preferred_locale", "en-US");
        json.put("premium_tier", 0).put("premium_subscription_count", 0).put("premium_progress_bar_enabled", false);
        json.put("max_members", MAX_MEMBERS).putNull("max_presences").putNull("application_id");
        json.set("features", strings(view.features().stream().sorted().toList()));
        json.set("roles", array(guild.roles(), this::role));
        json.set("emojis", Json.array());
        json.set("stickers", Json.array());
        return json;
    }

    /** Returns the data of GUILD_CREATE: the guild with its channels and the bot as its only member. */
    public ObjectNode guildCreate() {
        var json = guild();
        json.put("joined_at", JOINED)
                .put("large", false)
                .put("unavailable", false)
                .put("member_count", 4);
        json.set("channels", array(guild.channels(), new ChannelJson(guild)::gatewayView));
        json.set("members", array(List.of(guild.bot()), this::member));
        for (var empty : List.of(
                "threads",
                "voice_states",
                "presences",
                "stage_instances",
                "guild_scheduled_events",
                "soundboard_sounds")) {
            json.set(empty, Json.array());
        }
        return json;
    }

    public ObjectNode role(FakeRole role) {
        var json = Json.object();
        json.put("id", id(role.id())).put("name", role.name()).put("color", 0);
        json.set(
                "colors",
                Json.object().put("primary_color", 0).putNull("secondary_color").putNull("tertiary_color"));
        json.put("position", role.id() == guild.id() ? 0 : 1).put("permissions", permissionBits(role.permissions()));
        json.put("hoist", false).put("mentionable", false).put("flags", 0);
        json.putNull("icon").putNull("unicode_emoji").put("managed", role.id() == guild.botRoleId());
        if (role.id() == guild.botRoleId()) {
            json.set("tags", Json.object().put("bot_id", id(guild.bot().id())));
        }
        return json;
    }

    public ObjectNode member(FakeMember member) {
        var json = Json.object();
        json.set("user", user(member));
        json.set("roles", strings(member.roleIds().stream().map(GuildJson::id).toList()));
        json.put("joined_at", JOINED)
                .put("deaf", false)
                .put("mute", false)
                .put("pending", false)
                .put("flags", 0);
        json.putNull("nick").putNull("avatar").putNull("premium_since").putNull("communication_disabled_until");
        return json;
    }

    public ObjectNode user(FakeMember member) {
        var json = Json.object();
        json.put("id", id(member.id())).put("username", member.name()).put("discriminator", "0");
        json.putNull("global_name").putNull("avatar");
        json.put("bot", member.id() == guild.bot().id()).put("public_flags", 0);
        return json;
    }

    /** Returns the bot's own user, with its private fields. */
    public ObjectNode self() {
        return user(guild.bot()).put("verified", true).put("mfa_enabled", true).put("flags", 0);
    }

    public ObjectNode application() {
        var json = Json.object();
        json.put("id", id(guild.bot().id())).put("name", guild.bot().name()).put("description", "");
        json.putNull("icon")
                .putNull("team")
                .put("summary", "")
                .put("verify_key", "")
                .put("flags", 0);
        json.put("bot_public", true).put("bot_require_code_grant", false);
        json.set("owner", user(guild.member(guild.ownerId())));
        json.set("bot", user(guild.bot()));
        return json;
    }

    public static String id(long id) {
        return Long.toUnsignedString(id);
    }

    public static String permissionBits(Collection<Permission> permissions) {
        return Long.toUnsignedString(Permission.getRaw(permissions));
    }

    public static <T> ArrayNode array(Collection<T> values, Function<? super T, ? extends JsonNode> json) {
        var array = Json.array();
        values.forEach(value -> array.add(json.apply(value)));
        return array;
    }

    private static ArrayNode strings(List<String> values) {
        var array = Json.array();
        values.forEach(array::add);
        return array;
    }
}
