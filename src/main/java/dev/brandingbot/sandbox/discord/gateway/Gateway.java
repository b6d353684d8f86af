package dev.brandingbot.sandbox.discord.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.brandingbot.sandbox.discord.model.Credentials;
import dev.brandingbot.sandbox.discord.model.FakeDiscordListener;
import dev.brandingbot.sandbox.discord.model.FakeGuildState;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.model.ListenerList;
import dev.brandingbot.sandbox.discord.model.SnowflakeGenerator;
import dev.brandingbot.sandbox.server.FakeHttpServer;
import dev.brandingbot.sandbox.server.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.websocket.WsConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fake gateway: accepts connections, manages sessions, and sends events. Guarded by the guild's lock, so that each session receives
 * the guild's changes once and in order.
 */
public final class Gateway {
    public static final String PATH = "/gateway";

    private static final int HEARTBEAT = 1;
    private static final int IDENTIFY = 2;
    private static final int RESUME = 6;
    private static final int RECONNECT = 7;
    private static final int INVALID_SESSION = 9;
    private static final int HELLO = 10;
    private static final int HEARTBEAT_ACK = 11;
    private static final int LAST_CLIENT_OPCODE = 31;
    private static final int HEARTBEAT_MILLIS = 41_250;

    /** Closes a connection after two missed heartbeats. The server's default timeout is shorter than one heartbeat. */
    private static final Duration IDLE_TIMEOUT = Duration.ofMillis(2L * HEARTBEAT_MILLIS);

    private final FakeGuildState guild;
    private final GuildJson json;
    private final Credentials credentials;
    private final SnowflakeGenerator snowflakes;
    private final ListenerList listeners;
    private final Map<String, GatewayConnection> connections = new HashMap<>();
    private final Map<String, GatewaySession> sessions = new LinkedHashMap<>();
    private Optional<GatewayFault> fault = Optional.empty();
    private int sessionCount;

    public Gateway(
            FakeGuildState guild, Credentials credentials, SnowflakeGenerator snowflakes, ListenerList listeners) {
        this.guild = guild;
        this.json = new GuildJson(guild);
        this.credentials = credentials;
        this.snowflakes = snowflakes;
        this.listeners = listeners;
    }

    public void addTo(RoutesConfig routes) {
        routes.wsBeforeUpgrade(PATH, this::contacted);
        routes.ws(PATH, this::configure);
    }

    private void contacted(Context request) {
        listeners.notify(FakeDiscordListener::gatewayContacted);
        request.attribute(GatewayConnection.TRANSPORT, FakeHttpServer.connection(request));
        if (has(GatewayFault.UNAVAILABLE)) {
            throw new ServiceUnavailableResponse();
        }
        if (has(GatewayFault.CONNECTION_ABORTED)) {
            FakeHttpServer.connection(request).close();
        }
    }

    private void configure(WsConfig socket) {
        socket.onConnect(context -> opened(context.sessionId(), new GatewayConnection(context, IDLE_TIMEOUT)));
        socket.onMessage(context -> received(context.sessionId(), context.message()));
        socket.onClose(context -> closed(context.sessionId(), context.status()));
    }

    /** Sends an event to every session. Returns whether one of them is connected. */
    public boolean dispatch(GatewayEvent type, JsonNode data) {
        synchronized (guild) {
            sessions.values().forEach(session -> session.send(type, data));
            return sessions.values().stream().anyMatch(GatewaySession::isConnected);
        }
    }

    /** Closes every connection. The sessions can be resumed over another one. */
    public void closeConnections(int closeCode) {
        synchronized (guild) {
            List.copyOf(connections.values())
                    .forEach(connection -> connection.close(closeCode, "Closed by the fake gateway"));
        }
    }

    /** Fails every new connection in this way; empty for none. */
    public void setFault(Optional<GatewayFault> newFault) {
        synchronized (guild) {
            fault = newFault;
        }
    }

    private boolean has(GatewayFault candidate) {
        synchronized (guild) {
            return fault.equals(Optional.of(candidate));
        }
    }

    /** Removes every session, so that none can be resumed. */
    public void forgetSessions() {
        synchronized (guild) {
            sessions.clear();
        }
    }

    /** Returns the number of sessions that were started. */
    public int sessionCount() {
        synchronized (guild) {
            return sessionCount;
        }
    }

    private void opened(String socketId, GatewayConnection connection) {
        synchronized (guild) {
            connections.put(socketId, connection);
            if (has(GatewayFault.CLOSED_BEFORE_HELLO)) {
                connection.close(4000, "Unknown error.");
                return;
            }
            connection.send(HELLO, Json.object().put("heartbeat_interval", HEARTBEAT_MILLIS));
            failAfterHello(connection);
        }
    }

    private void failAfterHello(GatewayConnection connection) {
        if (has(GatewayFault.CLOSED_AFTER_HELLO)) {
            connection.close(4000, "Unknown error.");
        } else if (has(GatewayFault.ABORTED_AFTER_HELLO)) {
            connection.abort();
        }
    }

    /** Discord removes the session if the client closes with 1000 or 1001. */
    private void closed(String socketId, int closeCode) {
        synchronized (guild) {
            Optional.ofNullable(connections.remove(socketId)).ifPresent(connection -> {
                connection.closed();
                sessionOf(connection).ifPresent(session -> {
                    session.disconnected();
                    if (closeCode == 1000 || closeCode == 1001) {
                        sessions.remove(session.id());
                    }
                });
            });
        }
    }

    private void received(String socketId, String text) {
        synchronized (guild) {
            Optional.ofNullable(connections.get(socketId)).ifPresent(connection -> {
                var payload = Json.parseOrMissing(text.getBytes(StandardCharsets.UTF_8));
                if (payload.isObject() && payload.path("op").isInt()) {
                    handle(connection, payload.path("op").asInt(), payload.path("d"));
                } else {
                    connection.close(4002, "Error while decoding payload.");
                }
            });
        }
    }

    private void handle(GatewayConnection connection, int opcode, JsonNode data) {
        if (opcode == HEARTBEAT) {
            connection.send(HEARTBEAT_ACK, NullNode.getInstance());
        } else if (opcode == IDENTIFY) {
            identify(connection, data);
        } else if (opcode == RESUME) {
            resume(connection, data);
        } else if (opcode < 0 || opcode > LAST_CLIENT_OPCODE) {
            connection.close(4001, "Unknown opcode.");
        } else if (sessionOf(connection).isEmpty()) {
            connection.close(4003, "Not authenticated.");
        }
    }

    private void identify(GatewayConnection connection, JsonNode data) {
        if (!credentials.accepts(data.path("token").asText())) {
            connection.close(4004, "Authentication failed.");
        } else if (has(GatewayFault.INVALID_SESSION)) {
            connection.send(INVALID_SESSION, BooleanNode.FALSE);
        } else if (sessionOf(connection).isPresent()) {
            connection.close(4005, "Already authenticated.");
        } else if (!data.path("intents").isIntegralNumber()) {
            connection.close(4013, "Invalid intent(s).");
        } else if (GatewayEvent.includePrivileged(data.path("intents").asLong())) {
            connection.close(4014, "Disallowed intent(s).");
        } else {
            startSession(connection, data.path("intents").asLong());
        }
    }

    private void startSession(GatewayConnection connection, long intents) {
        sessionCount++;
        var session = new GatewaySession(Long.toHexString(snowflakes.next()), intents, connection);
        sessions.put(session.id(), session);
        var isBotMember = guild.isBotMember();
        session.send(GatewayEvent.READY, ready(connection, session, isBotMember));
        if (isBotMember) {
            session.send(GatewayEvent.GUILD_CREATE, json.guildCreate());
        }
        listeners.notify(listener -> listener.sessionStarted(false));
    }

    private JsonNode ready(GatewayConnection connection, GatewaySession session, boolean isBotMember) {
        var ready = Json.object().put("v", 10).put("session_id", session.id());
        ready.put("resume_gateway_url", "ws://" + connection.host() + PATH);
        ready.set("user", json.self());
        ready.set("private_channels", Json.array());
        ready.set(
                "application",
                Json.object().put("id", GuildJson.id(guild.bot().id())).put("flags", 0));
        var guilds = ready.putArray("guilds");
        if (isBotMember) {
            guilds.add(Json.object().put("id", GuildJson.id(guild.id())).put("unavailable", true));
        }
        return ready;
    }

    private void resume(GatewayConnection connection, JsonNode data) {
        var session = Optional.ofNullable(sessions.get(data.path("session_id").asText()));
        if (!credentials.accepts(data.path("token").asText())) {
            connection.close(4004, "Authentication failed.");
        } else if (session.isEmpty() || has(GatewayFault.INVALID_SESSION)) {
            connection.send(INVALID_SESSION, BooleanNode.FALSE);
        } else if (!session.get().hasSent(data.path("seq").asInt(-1))) {
            connection.close(4007, "Invalid seq.");
        } else {
            session.get().resume(connection, data.path("seq").asInt());
            if (has(GatewayFault.RECONNECT_REQUESTED)) {
                connection.send(RECONNECT, NullNode.getInstance());
            }
            listeners.notify(listener -> listener.sessionStarted(true));
        }
    }

    private Optional<GatewaySession> sessionOf(GatewayConnection connection) {
        return sessions.values().stream()
                .filter(session -> session.uses(connection))
                .findFirst();
    }
}
