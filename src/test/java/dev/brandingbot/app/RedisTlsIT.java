package dev.brandingbot.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.app.redis.RedisClients;
import dev.brandingbot.app.settings.RedisUrl;
import dev.brandingbot.state.TlsFailure;
import dev.brandingbot.testing.RedisExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.exceptions.JedisException;

/** Tests the messages about TLS. The client is another process, because a JVM reads its truststore once. */
class RedisTlsIT {
    private static final String PASSWORD = "changeit";

    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    @TempDir
    Path folder;

    @Test
    void reachesAServerWhoseCertificateIsTrusted() throws Exception {
        assertThat(ask("localhost", true, "-ext", "san=dns:localhost")).isEqualTo("PONG");
    }

    @Test
    void saysHowToTrustACertificate() throws Exception {
        assertThat(ask("localhost", false, "-ext", "san=dns:localhost"))
                .contains("Java does not trust the certificate", "-Djavax.net.ssl.trustStore=")
                .doesNotContain("PKIX");
    }

    @Test
    void saysThatACertificateIsForAnotherHost() throws Exception {
        assertThat(ask("localhost", true, "-ext", "san=dns:redis.example.org")).contains("for another host name");
        assertThat(ask("127.0.0.1", true, "-ext", "san=dns:redis.example.org")).contains("for another host name");
    }

    @Test
    void saysThatACertificateHasExpired() throws Exception {
        assertThat(ask("localhost", true, "-ext", "san=dns:localhost", "-startdate", "-10d", "-validity", "2"))
                .contains("has expired");
    }

    @Test
    void saysThatACertificateIsNotValidYet() throws Exception {
        assertThat(ask("localhost", true, "-ext", "san=dns:localhost", "-startdate", "+10d", "-validity", "20"))
                .contains("not valid yet");
    }

    @Test
    void saysThatTheServerUsesNoTls() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            serve(server, client -> {
                client.getOutputStream().write("-ERR unknown command\r\n".getBytes(US_ASCII));
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            });

            assertThat(ask("rediss://localhost:" + server.getLocalPort(), List.of()))
                    .contains("does not use TLS on this port");
        }
    }

    /** Asks Redis behind a server with a certificate made with these options of keytool. */
    private String ask(String host, boolean isTrusted, String... options) throws Exception {
        makeCertificate(options);
        try (var server = context().getServerSocketFactory().createServerSocket(0)) {
            serve(server, client -> {
                try (var there = new Socket("127.0.0.1", redis.port())) {
                    start(() -> there.getInputStream().transferTo(client.getOutputStream()));
                    client.getInputStream().transferTo(there.getOutputStream());
                }
            });
            var trust = isTrusted
                    ? List.of(
                            "-Djavax.net.ssl.trustStore=" + folder.resolve("trust.p12"),
                            "-Djavax.net.ssl.trustStorePassword=" + PASSWORD)
                    : List.<String>of();
            return ask("rediss://" + host + ":" + server.getLocalPort(), trust);
        }
    }

    private static String ask(String url, List<String> javaOptions) throws Exception {
        var command = new ArrayList<>(List.of(java("java")));
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Client.class.getName(), url));
        return output(command);
    }

    /** A certificate that a CA issued, in keys.p12, and that of the CA in trust.p12. */
    private void makeCertificate(String... options) throws Exception {
        Files.deleteIfExists(folder.resolve("keys.p12"));
        Files.deleteIfExists(folder.resolve("trust.p12"));
        keytool("keys.p12", "-genkeypair", "-keyalg", "EC", "-alias", "ca", "-dname", "CN=CA", "-ext", "bc=ca:true");
        keytool(
                "keys.p12",
                "-exportcert",
                "-alias",
                "ca",
                "-file",
                folder.resolve("ca.crt").toString());
        keytool(
                "trust.p12",
                "-importcert",
                "-noprompt",
                "-alias",
                "ca",
                "-file",
                folder.resolve("ca.crt").toString());
        var issued = List.of("-genkeypair", "-keyalg", "EC", "-alias", "redis", "-signer", "ca", "-dname", "CN=Redis");
        keytool("keys.p12", Stream.concat(issued.stream(), Stream.of(options)).toArray(String[]::new));
        keytool("keys.p12", "-delete", "-alias", "ca");
    }

    private void keytool(String store, String... options) throws Exception {
        var command = new ArrayList<>(List.of(java("keytool")));
        command.addAll(List.of(options));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of("-keystore", folder.resolve(store).toString()));
        output(command);
    }

    private SSLContext context() throws Exception {
        var keys = KeyStore.getInstance(folder.resolve("keys.p12").toFile(), PASSWORD.toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static String output(List<String> command) throws Exception {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        var output = read(process.getInputStream());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static String read(InputStream input) throws IOException {
        return new String(input.readAllBytes(), US_ASCII).strip();
    }

    private interface Handler {
        void handle(Socket client) throws IOException;
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Jedis connects more than once. */
    private static void serve(ServerSocket server, Handler handler) {
        start(() -> {
            while (!server.isClosed()) {
                var client = server.accept();
                start(() -> {
                    try (client) {
                        handler.handle(client);
                    }
                });
            }
        });
    }

    private static void start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException theOtherSideHasGone) {
                // As in all tests but one.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Prints the response of Redis to a ping, or the failure. */
    static final class Client {
        private Client() {}

        public static void main(String[] arguments) {
            try (var redis = RedisClients.open(RedisUrl.parse(arguments[0]).orElseThrow())) {
                System.out.println(redis.ping());
            } catch (JedisException failure) {
                System.out.println(TlsFailure.explain(failure).orElse("unexplained: " + failure));
            }
        }
    }
}
