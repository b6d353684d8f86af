package dev.brandingbot.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.brandingbot.sandbox.KillPoint.Step;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A proxy between a bot and Redis, which forwards one command at a time with its response, and reports both to a trap. */
final class CommandProxy implements AutoCloseable {
    /** The commands by which a client initializes and tests a connection. They change nothing. */
    private static final Pattern GREETING =
            Pattern.compile("(?is)\\*\\d+\r\n\\$\\d+\r\n(HELLO|CLIENT|PING|SELECT)\r\n.*");

    private final ServerSocket server;
    private final int redisPort;
    private final KillTrap trap;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private CommandProxy(ServerSocket server, int redisPort, KillTrap trap) {
        this.server = server;
        this.redisPort = redisPort;
        this.trap = trap;
    }

    static CommandProxy start(int redisPort, KillTrap trap) throws IOException {
        var proxy = new CommandProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), redisPort, trap);
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    String redisUrl() {
        return "redis://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var client = server.accept();
                sockets.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void serve(Socket client) {
        try (client;
                var redis = new Socket(InetAddress.getLoopbackAddress(), redisPort)) {
            sockets.add(redis);
            var commands = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            var answers = new DataInputStream(new BufferedInputStream(redis.getInputStream()));
            while (true) {
                var command = read(commands);
                var isCounted = !GREETING.matcher(command.toString(ISO_8859_1)).matches();
                if (isCounted && trap.isDeadAt(Step.BEFORE_COMMAND)) {
                    return;
                }
                command.writeTo(redis.getOutputStream());
                var answer = read(answers);
                if (isCounted && trap.isDeadAt(Step.AFTER_COMMAND)) {
                    return;
                }
                answer.writeTo(client.getOutputStream());
            }
        } catch (IOException ended) {
            sockets.remove(client);
        }
    }

    private static ByteArrayOutputStream read(DataInputStream from) throws IOException {
        var value = new ByteArrayOutputStream();
        copy(from, value);
        return value;
    }

    /** Copies one value of Redis's protocol, including nested ones. */
    private static void copy(DataInputStream from, ByteArrayOutputStream to) throws IOException {
        var line = copyLine(from, to);
        switch (line.charAt(0)) {
            case '$', '=' -> copyBytes(from, to, size(line));
            case '*', '~', '>' -> copy(from, to, size(line));
            case '%' -> copy(from, to, 2 * size(line));
            default -> {
                // The line is the whole value.
            }
        }
    }

    private static void copy(DataInputStream from, ByteArrayOutputStream to, int values) throws IOException {
        for (var i = 0; i < values; i++) {
            copy(from, to);
        }
    }

    /** A null string has the length -1 and no end. */
    private static void copyBytes(DataInputStream from, ByteArrayOutputStream to, int length) throws IOException {
        if (length >= 0) {
            var bytes = new byte[length + 2];
            from.readFully(bytes);
            to.writeBytes(bytes);
        }
    }

    private static String copyLine(DataInputStream from, ByteArrayOutputStream to) throws IOException {
        var line = new StringBuilder();
        while (line.length() == 0 || line.charAt(line.length() - 1) != '\n') {
            var next = from.readByte();
            to.write(next);
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static int size(String line) {
        return Integer.parseInt(line.substring(1));
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
