package dev.brandingbot.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.embedded.RedisServer;

/** A real Redis for a whole test run, empty before each test. Register it as a static or instance field. */
public final class RedisExtension implements BeforeEachCallback {
    private Running running;

    /** Returns a client of the server. */
    public UnifiedJedis jedis() {
        return running.client();
    }

    /** Closes the connections of the clients that {@link HostResources} opened, as a proxy or a restart does. */
    public void dropConnections() {
        send("LIST")
                .lines()
                .filter(line -> line.contains(" name=" + HostResources.CLIENT_NAME + " "))
                .map(line -> line.substring("id=".length(), line.indexOf(' ')))
                .forEach(id -> send("KILL", "ID", id));
    }

    private String send(String... words) {
        var answer = jedis().executeCommand(new CommandArguments(Protocol.Command.CLIENT).addObjects((Object[]) words));
        return answer instanceof byte[] text ? new String(text, UTF_8) : String.valueOf(answer);
    }

    /** Returns the port on loopback, for clients in other processes. */
    public int port() {
        return running.port();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        running = context.getRoot()
                .getStore(Namespace.create(RedisExtension.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
        jedis().flushAll();
    }

    /** The server that the tests share. JUnit closes it after the last test. */
    private record Running(RedisServer server, int port, UnifiedJedis client) implements AutoCloseable {
        static Running start() {
            try {
                var port = freePort();
                var server = RedisServer.newRedisServer()
                        .bind("127.0.0.1")
                        .port(port)
                        .setting("save \"\"")
                        .setting("appendonly no")
                        .build();
                server.start();
                return new Running(server, port, RedisClient.create("127.0.0.1", port));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.stop();
        }
    }
}
