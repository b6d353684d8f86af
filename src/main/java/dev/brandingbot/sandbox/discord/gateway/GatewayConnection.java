package dev.brandingbot.sandbox.discord.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.sandbox.server.Json;
import io.javalin.websocket.WsContext;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.Deflater;
import org.eclipse.jetty.io.EndPoint;

/** An open connection to the gateway, compressed if the client requested it. Thread-safe. */
final class GatewayConnection {
    static final int DISPATCH = 0;

    /** The request attribute with the transport's connection. */
    static final String TRANSPORT = "transport";

    private static final int BUFFER_SIZE = 8_192;

    private final WsContext socket;
    private final Optional<Deflater> deflater;

    /**
     * @param socket the open websocket
     * @param idleTimeout how long the client may send nothing
     */
    GatewayConnection(WsContext socket, Duration idleTimeout) {
        socket.session.setIdleTimeout(idleTimeout);
        this.socket = socket;
        this.deflater =
                "zlib-stream".equals(socket.queryParam("compress")) ? Optional.of(new Deflater()) : Optional.empty();
    }

    String host() {
        return Objects.requireNonNull(socket.host(), "HTTP 1.1 has a Host header");
    }

    void send(int opcode, JsonNode data) {
        var payload = Json.object().put("op", opcode);
        payload.set("d", data);
        send(payload);
    }

    synchronized void send(JsonNode payload) {
        if (!socket.session.isOpen()) {
            return;
        }
        var bytes = Json.bytes(payload);
        if (deflater.isPresent()) {
            socket.send(ByteBuffer.wrap(compress(deflater.get(), bytes)));
        } else {
            socket.send(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    void close(int code, String reason) {
        socket.closeSession(code, reason);
    }

    /** Aborts the connection without closing the websocket. */
    void abort() {
        Objects.requireNonNull(socket.<EndPoint>attribute(TRANSPORT)).close();
    }

    synchronized void closed() {
        deflater.ifPresent(Deflater::end);
    }

    /** Compresses a message. All messages of a connection share one stream; each ends with a flush. */
    private static byte[] compress(Deflater deflater, byte[] bytes) {
        var compressed = new ByteArrayOutputStream(bytes.length);
        var buffer = new byte[BUFFER_SIZE];
        deflater.setInput(bytes);
        int length;
        do {
            length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            compressed.write(buffer, 0, length);
        } while (length == buffer.length);
        return compressed.toByteArray();
    }
}
