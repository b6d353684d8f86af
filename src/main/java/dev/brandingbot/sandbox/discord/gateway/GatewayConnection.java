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

/** One open connection to the gateway, compressed when the client asked for it. */
final class GatewayConnection {
    static final int DISPATCH = 0;

    /** The attribute of the request that opened the websocket which holds the transport's connection. */
    static final String TRANSPORT = "transport";

    private static final int BUFFER = 8_192;

    private final WsContext socket;
    private final Optional<Deflater> deflater;

    /**
     * @param socket what is open
     * @param patience how long the client may be silent
     */
    GatewayConnection(WsContext socket, Duration patience) {
        socket.session.setIdleTimeout(patience);
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

    /** Ends the connection without closing the websocket first. */
    void abort() {
        Objects.requireNonNull(socket.<EndPoint>attribute(TRANSPORT)).close();
    }

    synchronized void closed() {
        deflater.ifPresent(Deflater::end);
    }

    /** One stream over the whole connection; each message ends with a flush. */
    private static byte[] compress(Deflater deflater, byte[] bytes) {
        var compressed = new ByteArrayOutputStream(bytes.length);
        var buffer = new byte[BUFFER];
        deflater.setInput(bytes);
        int length;
        do {
            length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            compressed.write(buffer, 0, length);
        } while (length == buffer.length);
        return compressed.toByteArray();
    }
}
