package dev.brandingbot.app.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.app.settings.RedisUrl;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

class EmbeddedRedisIT {
    @TempDir
    Path folder;

    @AfterEach
    void endWhatATestLeftRunning() throws Exception {
        Optional<ProcessHandle> server = server();
        if (server.isPresent()) {
            kill(server.get());
        }
    }

    @Test
    void keepsItsDataOverARestart() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
            set(redis, "key", "value");
        }

        try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
            assertThat(get(redis, "key")).isEqualTo("value");
        }
    }

    @Test
    void writesEverythingToDiskAndNeverDropsAnything() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder);
                UnifiedJedis client = RedisClients.open(redis.url())) {
            assertThat(client.configGet("append*"))
                    .containsEntry("appendonly", "yes")
                    .containsEntry("appendfsync", "always");
            assertThat(client.configGet("maxmemory-policy")).containsValue("noeviction");
            assertThat(client.configGet("save")).containsValue("");
            assertThat(client.configGet("bind")).containsValue("127.0.0.1");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
            var port = redis.url().uri().getPort();

            assertThatExceptionOfType(JedisException.class)
                    .isThrownBy(() -> get(RedisUrl.onLoopback(port), "key"))
                    .withMessageContaining("NOAUTH");
            assertThatExceptionOfType(JedisException.class)
                    .isThrownBy(() -> get(RedisUrl.onLoopback(port, "0".repeat(64)), "key"))
                    .withMessageContaining("WRONGPASS");
            assertThat(redis.url().toString()).doesNotContain(password());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void hidesItsPasswordAndDataFromOtherUsers() throws Exception {
        var data = folder.resolve("data");
        try (EmbeddedRedis redis = EmbeddedRedis.start(data)) {
            set(redis, "key", "value");
            var note = data.resolve("redis.password");
            var server = ProcessHandle.of(Long.parseLong(
                            Files.readString(data.resolve("redis.pid")).strip()))
                    .orElseThrow();

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note)))
                    .isEqualTo("rw-------");
            assertThat(server.info().commandLine().orElse(""))
                    .doesNotContain(Files.readString(note).strip());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void hidesAFolderOfAnEarlierVersionFromOthers() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("redis.lock"), "");

        EmbeddedRedis.start(folder).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsThePermissionsOfAFolderWithOtherFiles() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("letter.txt"), "");

        EmbeddedRedis.start(folder).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void setsThePasswordOfAServerOfAnEarlierVersion() throws Exception {
        Process killed = EmbeddedRedisHolder.start(folder);
        ProcessHandle survivor = server().orElseThrow();
        kill(killed.toHandle());
        var port =
                Integer.parseInt(Files.readString(folder.resolve("redis.port")).strip());
        try (UnifiedJedis client = RedisClients.open(RedisUrl.onLoopback(port, password()))) {
            client.set("key", "value");
            client.configSet("requirepass", "");
        }
        Files.delete(folder.resolve("redis.password"));

        try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
            assertThat(get(redis, "key")).isEqualTo("value");
            assertThat(server()).contains(survivor);
            assertThatExceptionOfType(JedisException.class)
                    .isThrownBy(() -> get(RedisUrl.onLoopback(port), "key"))
                    .withMessageContaining("NOAUTH");
        }
    }

    @Test
    void saysThatTheDataIsNewerThanTheProgram() throws Exception {
        Files.writeString(folder.resolve("appendonly.aof"), "REDIS9999" + "\0".repeat(100));

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> EmbeddedRedis.start(folder))
                .withMessageContaining("written by a newer Redis");
    }

    @Test
    void stopsItsServerAndDeletesItsFiles() throws Exception {
        EmbeddedRedis redis = EmbeddedRedis.start(folder);
        ProcessHandle server = server().orElseThrow();

        redis.close();

        awaitEnd(server);
        assertThat(folder.resolve("redis.port")).doesNotExist();
        assertThat(folder.resolve("redis.pid")).doesNotExist();
    }

    @Test
    void keepsWhatWasWrittenWhenTheServerIsKilled() throws Exception {
        EmbeddedRedis killed = EmbeddedRedis.start(folder);
        set(killed, "key", "value");
        kill(server().orElseThrow());
        killed.close();

        try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
            assertThat(get(redis, "key")).isEqualTo("value");
        }
    }

    @Test
    void restartsItsServerOnTheSamePort() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder);
                UnifiedJedis client = RedisClients.open(redis.url())) {
            client.set("key", "value");
            ProcessHandle killed = server().orElseThrow();
            kill(killed);

            redis.restartIfDead();

            assertThat(client.get("key")).isEqualTo("value");
            assertThat(server()).isPresent().isNotEqualTo(Optional.of(killed));
        }
        assertThat(folder.resolve("redis.pid")).doesNotExist();
    }

    /** Simulates a disk failure or an overloaded machine: a second server would destroy the file of the first. */
    @Test
    void startsNoSecondServerIfTheFirstDoesNotAnswer() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
            ProcessHandle frozen = server().orElseThrow();
            signal("STOP", frozen);

            redis.restartIfDead();

            signal("CONT", frozen);
            assertThat(server()).contains(frozen);
            set(redis, "key", "value");
        }
    }

    @Test
    void startsNoServerOnceItIsClosed() throws Exception {
        EmbeddedRedis redis = EmbeddedRedis.start(folder);
        redis.close();

        redis.restartIfDead();

        assertThat(server()).isEmpty();
    }

    @Test
    void startsTheServerAgainOnceForAllWhoUseIt() throws Exception {
        EmbeddedRedis mine = EmbeddedRedis.start(folder);
        Process other = EmbeddedRedisHolder.start(folder);
        kill(server().orElseThrow());

        mine.restartIfDead();
        ProcessHandle revived = server().orElseThrow();
        mine.restartIfDead();
        mine.close();

        assertThat(server()).contains(revived);
        other.getOutputStream().close();
        assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
        awaitEnd(revived);
    }

    @Test
    void findsTheServerOfAStartThatWasKilledBeforeItWasReady() throws Exception {
        RedisDataDir killed = RedisDataDir.open(folder);
        killed.writePort(freePort());
        new RedisExecutable(killed).launch(killed.port().orElseThrow(), killed.password());
        await().atMost(20, TimeUnit.SECONDS).until(() -> server().isPresent());
        killed.close();

        try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
            set(redis, "key", "value");
        }
    }

    @Test
    void usesTheServerThatOutlivedItsKilledProcess() throws Exception {
        Process killed = EmbeddedRedisHolder.start(folder);
        ProcessHandle survivor = server().orElseThrow();
        kill(killed.toHandle());
        assertThat(survivor.isAlive()).isTrue();

        try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
            set(redis, "key", "value");

            assertThat(server()).contains(survivor);
        }
        awaitEnd(survivor);
    }

    @Test
    void sharesOneServerUntilTheLastProcessEnds() throws Exception {
        Process other = EmbeddedRedisHolder.start(folder);
        ProcessHandle server = server().orElseThrow();
        EmbeddedRedis mine = EmbeddedRedis.start(folder);
        set(mine, "key", "value");

        other.getOutputStream().close();
        assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertThat(server()).contains(server);
        assertThat(get(mine, "key")).isEqualTo("value");
        mine.close();
        awaitEnd(server);
    }

    @Test
    void leavesTheServerToAProcessThatStillUsesIt() throws Exception {
        EmbeddedRedis mine = EmbeddedRedis.start(folder);
        ProcessHandle server = server().orElseThrow();
        Process other = EmbeddedRedisHolder.start(folder);

        mine.close();

        assertThat(server.isAlive()).isTrue();
        other.getOutputStream().close();
        assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
        awaitEnd(server);
    }

    @Test
    void startsAfreshWhenTheNoteOfItsPortIsDamaged() throws Exception {
        Files.writeString(folder.resolve("redis.port"), "\0\0nonsense");
        Files.writeString(folder.resolve("redis.pid"), "-1");

        try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
            set(redis, "key", "value");

            assertThat(get(redis, "key")).isEqualTo("value");
        }
    }

    @Test
    void doesNotUseTheServerOfAnotherFolder(@TempDir Path another) throws Exception {
        try (EmbeddedRedis theirs = EmbeddedRedis.start(another)) {
            Files.copy(another.resolve("redis.port"), folder.resolve("redis.port"));

            try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
                assertThat(redis.url()).isNotEqualTo(theirs.url());
            }
        }
    }

    @Test
    void refusesToStartASecondServerBesideOneThatItCannotReach() throws Exception {
        Process killed = EmbeddedRedisHolder.start(folder);
        kill(killed.toHandle());
        Files.writeString(folder.resolve("redis.port"), "damaged");

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> EmbeddedRedis.start(folder))
                .withMessageContaining("process " + server().orElseThrow().pid());
    }

    @Test
    void refusesAFolderWhoseUserHasAServerOutOfReach() throws Exception {
        Process other = EmbeddedRedisHolder.start(folder);
        kill(server().orElseThrow());

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> EmbeddedRedis.start(folder))
                .withMessageContaining("in use by another bot")
                .withMessageContaining("REDIS_URL");
        kill(other.toHandle());
    }

    @Test
    void reportsAFolderThatCannotBeCreated() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> EmbeddedRedis.start(file.resolve("data")))
                .withMessageContaining("can't be written to: set BRANDING_DATA_DIR");
    }

    @Test
    void namesTheLogFileIfTheDataIsDamaged() throws Exception {
        Files.writeString(folder.resolve("appendonly.aof"), "*1\r\n$7\r\nNOTHING\r\nnonsense\r\n".repeat(3));

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> EmbeddedRedis.start(folder))
                .withMessageContaining("does not start")
                .withMessageContaining("redis.log");
    }

    private Optional<ProcessHandle> server() throws Exception {
        Path note = folder.resolve("redis.pid");
        return Files.exists(note)
                ? ProcessHandle.of(Long.parseLong(Files.readString(note).strip()))
                        .filter(ProcessHandle::isAlive)
                : Optional.empty();
    }

    private static void awaitEnd(ProcessHandle process) {
        // An orphaned process that has ended has no command.
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> !process.isAlive() || process.info().command().isEmpty());
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        awaitEnd(process);
    }

    private static void set(EmbeddedRedis redis, String key, String value) {
        try (UnifiedJedis client = RedisClients.open(redis.url())) {
            client.set(key, value);
        }
    }

    private String password() throws Exception {
        return Files.readString(folder.resolve("redis.password")).strip();
    }

    private static String get(EmbeddedRedis redis, String key) {
        return get(redis.url(), key);
    }

    private static String get(RedisUrl url, String key) {
        try (UnifiedJedis client = RedisClients.open(url)) {
            return client.get(key);
        }
    }
}
