package dev.brandingbot.app.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.app.settings.CliException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.embedded.core.ExecutableProvider;

/** Tests which executable is started. The installed ones are scripts that print a version, write a file and run the bundled one. */
@DisabledOnOs(OS.WINDOWS)
class RedisExecutableIT {
    private static final String REDIS =
            "Redis server v=%s sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=ae4d7c971a948f0";
    private static final String VALKEY =
            "Valkey server v=%s sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=ae4d7c971a948f0";

    @TempDir
    Path data;

    @TempDir
    Path installed;

    private RedisDataDir folder;

    @BeforeEach
    void open() throws CliException {
        folder = RedisDataDir.open(data);
    }

    @AfterEach
    void end() throws Exception {
        folder.server().ifPresent(ProcessHandle::destroyForcibly);
        folder.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.2.0", "6.2.19", "7.0.15", "8.2.2", "10.0.0"})
    void prefersAnInstalledServer(String version) throws Exception {
        install("redis-server", REDIS.formatted(version));

        launch();

        assertThat(isStarted("redis-server")).isTrue();
    }

    @Test
    void usesValkey() throws Exception {
        install("valkey-server", VALKEY.formatted("8.1.4"));

        launch();

        assertThat(isStarted("valkey-server")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"redis-server, 5.0.14", "redis-server, 6.0.16", "redis-server, 6.1.99"})
    void usesTheBundledServerIfTheInstalledOneIsOlder(String name, String version) throws Exception {
        install(name, REDIS.formatted(version));

        launch();

        assertThat(isStarted(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sh: not found", "v="})
    void usesTheBundledServerIfTheInstalledOneHasNoVersion(String output) throws Exception {
        install("redis-server", output);

        launch();

        assertThat(isStarted("redis-server")).isFalse();
    }

    @Test
    void usesTheNextServerIfOneDoesNotStart() throws Exception {
        install("redis-server", REDIS.formatted("7.0.15"));
        write(
                installed.resolve("redis-server"),
                "#!/bin/sh\n[ \"$1\" = --version ] && echo v=7.0.15 && exit 0\nexit 1\n");
        install("valkey-server", VALKEY.formatted("8.1.4"));

        launch();

        assertThat(isStarted("valkey-server")).isTrue();
    }

    @Test
    void keepsTheFilesOfANewerServer() throws Exception {
        Files.createDirectory(data.resolve("appendonlydir"));
        install("redis-server", REDIS.formatted("6.2.19"));
        install("valkey-server", VALKEY.formatted("8.1.4"));

        launch();

        assertThat(isStarted("redis-server")).isFalse();
        assertThat(isStarted("valkey-server")).isTrue();
    }

    @Test
    void reportsThatNoInstalledServerCanReadTheFiles() throws Exception {
        Files.createDirectory(data.resolve("appendonlydir"));
        install("redis-server", REDIS.formatted("6.2.19"));

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(this::launch)
                .withMessageContaining("was written by Redis 7 or newer")
                .withMessageContaining("install");
    }

    private void launch() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        new RedisExecutable(folder, List.of(installed)).launch(port, folder.password());
        await().atMost(Duration.ofSeconds(30)).until(() -> folder.server().isPresent());
    }

    private boolean isStarted(String name) {
        return Files.exists(installed.resolve(name + ".started"));
    }

    private void install(String name, String version) throws IOException {
        var bundled =
                ExecutableProvider.newJarResourceProvider(installed.toFile()).get();
        write(
                installed.resolve(name),
                "#!/bin/sh\nif [ \"$1\" = --version ]; then echo '%s'; exit 0; fi\ntouch \"$0.started\"\nexec '%s' \"$@\"\n"
                        .formatted(version, bundled));
    }

    private static void write(Path script, String text) throws IOException {
        Files.writeString(script, text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
