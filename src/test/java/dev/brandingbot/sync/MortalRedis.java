package dev.brandingbot.sync;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.ConnectionProvider;

/**
 * The Redis client of one process, which can be killed, or lose its connection, just before any one of its commands. A
 * killed one never sends a command again.
 */
final class MortalRedis extends UnifiedJedis {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Fate fate;

    /** @param connections how many it has at a time */
    MortalRedis(int port, int connections) {
        this(port, connections, new Fate());
    }

    private MortalRedis(int port, int connections, Fate fate) {
        super(new Connections(port, connections, fate), RedisProtocol.RESP2);
        this.fate = fate;
    }

    /** Kills the process before its {@code n}th command from now on, 1 being the next. */
    void killBefore(int n) {
        fate.set(n, true);
    }

    /** Loses one connection before the {@code n}th command from now on, 1 being the next. */
    void failBefore(int n) {
        fate.set(n, false);
    }

    /** Takes back what was to happen and did not. */
    void spare() {
        fate.set(0, false);
    }

    void kill() {
        fate.isDead = true;
    }

    /** How many commands were sent, or meant to be. */
    int commands() {
        return fate.commands;
    }

    /** Not caught by anybody, as if the process were gone. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed");
        }
    }

    private static final class Fate {
        private int left;
        private boolean isDeadly;
        private boolean isDead;
        private int commands;

        private void set(int n, boolean deadly) {
            left = n;
            isDeadly = deadly;
        }

        /** Whether this command is the one whose connection is lost. */
        private boolean strikes() {
            commands++;
            var strikes = left > 0 && --left == 0;
            isDead |= strikes && isDeadly;
            if (isDead) {
                throw new Killed();
            }
            return strikes;
        }
    }

    private static final class Connections implements ConnectionProvider {
        private final int port;
        private final Fate fate;
        private final Semaphore free;
        private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

        private Connections(int port, int connections, Fate fate) {
            this.port = port;
            this.free = new Semaphore(connections);
            this.fate = fate;
        }

        @Override
        public Connection getConnection() {
            if (!isOneFree()) {
                throw new JedisException("Every connection is in use");
            }
            var open = idle.poll();
            return open != null ? open : new MortalConnection(port, fate, this);
        }

        private boolean isOneFree() {
            try {
                return free.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private void giveBack(Connection connection) {
            if (connection.isBroken() || fate.isDead) {
                connection.disconnect();
            } else {
                idle.push(connection);
            }
            free.release();
        }

        @Override
        public Connection getConnection(CommandArguments args) {
            return getConnection();
        }

        @Override
        public void close() {
            idle.forEach(Connection::disconnect);
        }
    }

    private static final class MortalConnection extends Connection {
        private final Fate fate;
        private final Connections pool;

        private MortalConnection(int port, Fate fate, Connections pool) {
            super("127.0.0.1", port);
            this.fate = fate;
            this.pool = pool;
        }

        @Override
        public void sendCommand(CommandArguments args) {
            if (isBroken() || fate.strikes()) {
                setBroken();
                throw new JedisConnectionException("Connection reset");
            }
            super.sendCommand(args);
        }

        @Override
        public void close() {
            pool.giveBack(this);
        }
    }
}
