package dev.brandingbot.sandbox.discord.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.server.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session of the bot. It outlives its connection and keeps its events, so that they can be sent again. Guarded by the guild's lock. */
final class GatewaySession {
    private final String id;
    private final long intents;
    private final List<ObjectNode> events = new ArrayList<>();
    private Optional<GatewayConnection> connection;

    GatewaySession(String id, long intents, GatewayConnection connection) {
        this.id = id;
        this.intents = intents;
        this.connection = Optional.of(connection);
    }

    String id() {
        return id;
    }

    boolean uses(GatewayConnection candidate) {
        return connection.filter(candidate::equals).isPresent();
    }

    boolean isConnected() {
        return connection.isPresent();
    }

    void disconnected() {
        connection = Optional.empty();
    }

    /** Sends an event, or keeps it until the session is resumed. Skips events that the session's intents exclude. */
    void send(GatewayEvent type, JsonNode data) {
        if (!type.isIncludedIn(intents)) {
            return;
        }
        var event = Json.object().put("op", GatewayConnection.DISPATCH).put("s", events.size() + 1);
        event.put("t", type.name()).set("d", data);
        events.add(event);
        connection.ifPresent(open -> open.send(event));
    }

    /** Whether the session has an event with this number. */
    boolean hasSent(int sequence) {
        return sequence >= 0 && sequence <= events.size();
    }

    /** Resumes the session over another connection, and sends the events after a number. */
    void resume(GatewayConnection next, int sequence) {
        connection = Optional.of(next);
        events.subList(sequence, events.size()).forEach(next::send);
        send(GatewayEvent.RESUMED, Json.object());
    }
}
