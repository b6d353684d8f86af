package dev.brandingbot.sandbox.discord.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.client.Messages;
import dev.brandingbot.sandbox.discord.gateway.Gateway;
import dev.brandingbot.sandbox.discord.gateway.GatewayEvent;
import dev.brandingbot.sandbox.discord.model.Channel;
import dev.brandingbot.sandbox.discord.model.DiscordException;
import dev.brandingbot.sandbox.discord.model.FormErrors;
import dev.brandingbot.sandbox.discord.model.Guild;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.model.Ids;
import dev.brandingbot.sandbox.discord.model.Listeners;
import dev.brandingbot.sandbox.discord.model.Message;
import dev.brandingbot.sandbox.discord.model.Uploads;
import dev.brandingbot.sandbox.discord.validation.MessageCheck;
import dev.brandingbot.sandbox.server.StandInServer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import net.dv8tion.jda.api.Permission;

/** Messages in channels: {@code /channels/{channel}/messages}. */
public final class MessageRoutes {
    private static final int MOST_LISTED = 100;
    private static final int USUALLY_LISTED = 50;

    private final Guild guild;
    private final Messages messages;
    private final Gateway gateway;
    private final Listeners listeners;

    public MessageRoutes(Guild guild, Messages messages, Gateway gateway, Listeners listeners) {
        this.guild = guild;
        this.messages = messages;
        this.gateway = gateway;
        this.listeners = listeners;
    }

    public void addTo(RoutesConfig routes, String base) {
        var all = base + "/channels/{channel}/messages";
        routes.get(all, this::list);
        routes.post(all, this::create);
        routes.get(all + "/{message}", this::show);
        routes.patch(all + "/{message}", this::edit);
        routes.delete(all + "/{message}", this::delete);
    }

    private void list(Context request) {
        var channel = channel(request);
        var limit = limit(request);
        var isHistoryVisible = guild.botPermissions(channel).contains(Permission.MESSAGE_HISTORY);
        var listed = isHistoryVisible ? messages.newestFirst(channel.id()) : List.<Message>of();
        var before = request.queryParam("before");
        StandInServer.answer(
                request,
                200,
                GuildJson.array(
                        listed.stream()
                                .filter(message -> before == null || message.id() < Ids.parse(before))
                                .limit(limit)
                                .toList(),
                        Message::json));
    }

    private void create(Context request) {
        var channel = channel(request);
        var body = withoutEphemeral(StandInServer.body(request));
        var files = Uploads.of(request);
        checkPermissions(channel, body, files);
        MessageCheck.created(body, files);
        StandInServer.answer(request, 200, create(channel, body, files).json());
    }

    private Message create(Channel channel, JsonNode body, Uploads files) {
        synchronized (guild) {
            return messages.sentBefore(channel.id(), body).orElseGet(() -> {
                var message = messages.create(channel.id(), guild.bot(), body, files.inOrder());
                gateway.dispatch(GatewayEvent.MESSAGE_CREATE, inGuild(message));
                listeners.tell(listener -> listener.messageCreated(message));
                return message;
            });
        }
    }

    private void show(Context request) {
        var channel = channel(request);
        require(channel, Permission.MESSAGE_HISTORY);
        StandInServer.answer(request, 200, message(request, channel).json());
    }

    private void edit(Context request) {
        var channel = channel(request);
        var before = message(request, channel);
        if (before.authorId() != guild.bot().id()) {
            throw DiscordException.of(403, 50005, "Cannot edit a message authored by another user");
        }
        var body = StandInServer.body(request);
        var files = Uploads.of(request);
        MessageCheck.edited(before, body, files);
        synchronized (guild) {
            var after = messages.edit(before, body, files.inOrder());
            gateway.dispatch(GatewayEvent.MESSAGE_UPDATE, inGuild(after));
            listeners.tell(listener -> listener.messageEdited(after));
            StandInServer.answer(request, 200, after.json());
        }
    }

    private void delete(Context request) {
        var channel = channel(request);
        var message = message(request, channel);
        if (message.authorId() != guild.bot().id()) {
            require(channel, Permission.MESSAGE_MANAGE);
        }
        delete(message);
        request.status(204);
    }

    void delete(Message message) {
        synchronized (guild) {
            messages.delete(message);
            gateway.dispatch(GatewayEvent.MESSAGE_DELETE, Messages.deletion(message, guild));
            listeners.tell(listener -> listener.messageDeleted(message));
        }
    }

    private Channel channel(Context request) {
        var channel =
                guild.channel(Ids.parse(request.pathParam("channel"))).orElseThrow(DiscordException::unknownChannel);
        if (!guild.isBotMember() || !isAccessible(channel)) {
            throw DiscordException.missingAccess();
        }
        if (!channel.type().isMessage()) {
            throw DiscordException.of(400, 50008, "Cannot send messages in a non-text channel");
        }
        return channel;
    }

    private boolean isAccessible(Channel channel) {
        var permissions = guild.botPermissions(channel);
        return permissions.contains(Permission.VIEW_CHANNEL)
                && (!channel.type().isAudio() || permissions.contains(Permission.VOICE_CONNECT));
    }

    private Message message(Context request, Channel channel) {
        return messages.find(channel.id(), Ids.parse(request.pathParam("message")))
                .orElseThrow(DiscordException::unknownMessage);
    }

    private void checkPermissions(Channel channel, JsonNode body, Uploads uploads) {
        require(channel, Permission.MESSAGE_SEND);
        if (!body.path("embeds").isEmpty()) {
            require(channel, Permission.MESSAGE_EMBED_LINKS);
        }
        if (!uploads.files().isEmpty()) {
            require(channel, Permission.MESSAGE_ATTACH_FILES);
        }
    }

    private void require(Channel channel, Permission permission) {
        if (!guild.botPermissions(channel).contains(permission)) {
            throw DiscordException.missingPermissions();
        }
    }

    private ObjectNode inGuild(Message message) {
        return message.copyOfJson().put("guild_id", GuildJson.id(guild.id()));
    }

    /** Only answers to interactions can be for one member's eyes; elsewhere Discord ignores the flag. */
    private static JsonNode withoutEphemeral(JsonNode body) {
        if (!body.has("flags")) {
            return body;
        }
        ObjectNode copy = body.deepCopy();
        return copy.put("flags", body.path("flags").asInt() & ~Message.EPHEMERAL);
    }

    private static int limit(Context request) {
        var limit = request.queryParam("limit");
        if (limit == null) {
            return USUALLY_LISTED;
        }
        if (!limit.matches("[1-9]\\d?|" + MOST_LISTED)) {
            throw FormErrors.only("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
        }
        return Integer.parseInt(limit);
    }
}
