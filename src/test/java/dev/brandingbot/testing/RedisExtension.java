package dev.brandingbot.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.embedded.RedisServer;

/** A real Redis for a whole test run, empty before each test. Register it as a static or instance field. */
public final class RedisExtension implements BeforeEachCallback {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private Running running;

    /** A client of it. */
    public UnifiedJedis jedis() {
        return running.client();
    }

    /** Opens another client, whose commands wait some seconds for one of so many connections; whoever called closes it. */
    public UnifiedJedis client(int connections) {
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(connections);
        pool.setMaxWait(LONGEST_WAIT);
        return RedisClient.builder()
                .hostAndPort("127.0.0.1", port())
                .poolConfig(pool)
                .build();
    }

    /** Where it listens on loopback, for clients in other processes. */
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

    /** The server that the tests share; JUnit closes it after the last one. */
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
