package dev.brandingbot.sandbox.discord.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.client.MessageStore;
import dev.brandingbot.sandbox.discord.gateway.Gateway;
import dev.brandingbot.sandbox.discord.gateway.GatewayEvent;
import dev.brandingbot.sandbox.discord.model.DiscordApiException;
import dev.brandingbot.sandbox.discord.model.FakeChannel;
import dev.brandingbot.sandbox.discord.model.FakeGuildState;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import dev.brandingbot.sandbox.discord.model.FormErrors;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.model.ListenerList;
import dev.brandingbot.sandbox.discord.model.SnowflakeParser;
import dev.brandingbot.sandbox.discord.model.Uploads;
import dev.brandingbot.sandbox.discord.validation.MessageValidator;
import dev.brandingbot.sandbox.server.FakeHttpServer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import net.dv8tion.jda.api.Permission;

/** The routes for messages in channels: {@code /channels/{channel}/messages}. */
public final class MessageRoutes {
    private static final int MAX_LISTED = 100;
    private static final int DEFAULT_LISTED = 50;

    private final FakeGuildState guild;
    private final MessageStore messages;
    private final Gateway gateway;
    private final ListenerList listeners;

    public MessageRoutes(FakeGuildState guild, MessageStore messages, Gateway gateway, ListenerList listeners) {
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
        var listed = isHistoryVisible ? messages.newestFirst(channel.id()) : List.<FakeMessage>of();
        var before = request.queryParam("before");
        FakeHttpServer.respond(
                request,
                200,
                GuildJson.array(
                        listed.stream()
                                .filter(message -> before == null || message.id() < SnowflakeParser.parse(before))
                                .limit(limit)
                                .toList(),
                        FakeMessage::json));
    }

    private void create(Context request) {
        var channel = channel(request);
        var body = withoutEphemeral(FakeHttpServer.body(request));
        var files = Uploads.parse(request);
        checkPermissions(channel, body, files);
        MessageValidator.validateNew(body, files);
        FakeHttpServer.respond(request, 200, create(channel, body, files).json());
    }

    private FakeMessage create(FakeChannel channel, JsonNode body, Uploads files) {
        synchronized (guild) {
            return messages.findByNonce(channel.id(), body).orElseGet(() -> {
                var message = messages.create(channel.id(), guild.bot(), body, files.inOrder());
                gateway.dispatch(GatewayEvent.MESSAGE_CREATE, inGuild(message));
                listeners.notify(listener -> listener.messageCreated(message));
                return message;
            });
        }
    }

    private void show(Context request) {
        var channel = channel(request);
        require(channel, Permission.MESSAGE_HISTORY);
        FakeHttpServer.respond(request, 200, message(request, channel).json());
    }

    private void edit(Context request) {
        var channel = channel(request);
        var before = message(request, channel);
        if (before.authorId() != guild.bot().id()) {
            throw DiscordApiException.of(403, 50005, "Cannot edit a message authored by another user");
        }
        var body = FakeHttpServer.body(request);
        var files = Uploads.parse(request);
        MessageValidator.validateEdit(before, body, files);
        synchronized (guild) {
            var after = messages.edit(before, body, files.inOrder());
            gateway.dispatch(GatewayEvent.MESSAGE_UPDATE, inGuild(after));
            listeners.notify(listener -> listener.messageEdited(after));
            FakeHttpServer.respond(request, 200, after.json());
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

    void delete(FakeMessage message) {
        synchronized (guild) {
            messages.delete(message);
            gateway.dispatch(GatewayEvent.MESSAGE_DELETE, MessageStore.deletionEvent(message, guild));
            listeners.notify(listener -> listener.messageDeleted(message));
        }
    }

    private FakeChannel channel(Context request) {
        var channel = guild.channel(SnowflakeParser.parse(request.pathParam("channel")))
                .orElseThrow(DiscordApiException::unknownChannel);
        if (!guild.isBotMember() || !isAccessible(channel)) {
            throw DiscordApiException.missingAccess();
        }
        if (!channel.type().isMessage()) {
            throw DiscordApiException.of(400, 50008, "Cannot send messages in a non-text channel");
        }
        return channel;
    }

    private boolean isAccessible(FakeChannel channel) {
        var permissions = guild.botPermissions(channel);
        return permissions.contains(Permission.VIEW_CHANNEL)
                && (!channel.type().isAudio() || permissions.contains(Permission.VOICE_CONNECT));
    }

    private FakeMessage message(Context request, FakeChannel channel) {
        return messages.find(channel.id(), SnowflakeParser.parse(request.pathParam("message")))
                .orElseThrow(DiscordApiException::unknownMessage);
    }

    private void checkPermissions(FakeChannel channel, JsonNode body, Uploads uploads) {
        require(channel, Permission.MESSAGE_SEND);
        if (!body.path("embeds").isEmpty()) {
            require(channel, Permission.MESSAGE_EMBED_LINKS);
        }
        if (!uploads.files().isEmpty()) {
            require(channel, Permission.MESSAGE_ATTACH_FILES);
        }
    }

    private void require(FakeChannel channel, Permission permission) {
        if (!guild.botPermissions(channel).contains(permission)) {
            throw DiscordApiException.missingPermissions();
        }
    }

    private ObjectNode inGuild(FakeMessage message) {
        return message.copyOfJson().put("guild_id", GuildJson.id(guild.id()));
    }

    /** Only answers to interactions can be ephemeral; Discord ignores the flag for other messages. */
    private static JsonNode withoutEphemeral(JsonNode body) {
        if (!body.has("flags")) {
            return body;
        }
        ObjectNode copy = body.deepCopy();
        return copy.put("flags", body.path("flags").asInt() & ~FakeMessage.EPHEMERAL);
    }

    private static int limit(Context request) {
        var limit = request.queryParam("limit");
        if (limit == null) {
            return DEFAULT_LISTED;
        }
        if (!limit.matches("[1-9]\\d?|" + MAX_LISTED)) {
            throw FormErrors.exception("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
        }
        return Integer.parseInt(limit);
    }
}
