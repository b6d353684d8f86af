package dev.brandingbot.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeHttpServerIT {
    private final AtomicInteger handled = new AtomicInteger();
    private final OkHttpClient patient = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .readTimeout(Duration.ofSeconds(30))
            .build();
    private final OkHttpClient impatient =
            patient.newBuilder().readTimeout(Duration.ofMillis(300)).build();
    private FakeHttpServer server;

    @BeforeEach
    void start() {
        server = FakeHttpServer.start(
                0,
                Map.of("Via", "test"),
                routes -> routes.post("/things/{id}", request -> {
                    handled.incrementAndGet();
                    request.result("done");
                }));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void writesDownWhatWasAsked() throws IOException {
        post("/things/1?color=red", "{\"name\": \"" + "x".repeat(5_000) + "\"}").close();

        assertThat(server.requests().all()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/things/1");
            assertThat(request.query()).isEqualTo("color=red");
            assertThat(request.header("Content-Type")).contains("application/json; charset=utf-8");
            assertThat(request.body().path("name").asText()).endsWith("… (5000 characters)");
            assertThat(request.status()).hasValue(200);
        });
    }

    @Test
    void failsOnlyTheRequestsThatAreMeant() throws IOException {
        server.faults().failNext("POST", "/things/2", Fault.status(500));

        try (var other = post("/things/1", "");
                var failed = post("/things/2", "");
                var again = post("/things/2", "")) {
            assertThat(other.code()).isEqualTo(200);
            assertThat(failed.code()).isEqualTo(500);
            assertThat(failed.header("Via")).isEqualTo("test");
            assertThat(again.code()).isEqualTo(200);
        }
        assertThat(handled).hasValue(2);
        assertThat(server.requests().matching(request -> request.status().orElse(0) == 500))
                .hasSize(1);
    }

    @Test
    void neverAnswersARequestThatHangs() {
        server.faults().failAlways(FaultInjector.requestsTo("POST", "/things/.*"), new Fault.Hang());

        assertThatThrownBy(() -> post(impatient, "/things/1", "")).isInstanceOf(InterruptedIOException.class);
        await().untilAsserted(() -> assertThat(server.requests().all())
                .singleElement()
                .satisfies(request -> assertThat(request.status()).isEmpty()));
        assertThat(handled).hasValue(0);
    }

    @Test
    void doesWhatWasAskedBeforeItLosesTheAnswer() {
        server.faults().failNext("POST", "/things/1", new Fault.LostAnswer());

        assertThatThrownBy(() -> post(impatient, "/things/1", "")).isInstanceOf(InterruptedIOException.class);
        await().untilAsserted(() -> assertThat(handled).hasValue(1));
    }

    @Test
    void breaksTheConnectionOff() {
        server.faults().failNext("POST", "/things/1", new Fault.Disconnect());

        assertThatThrownBy(() -> post("/things/1", ""))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(InterruptedIOException.class);
        assertThat(handled).hasValue(0);
    }

    @Test
    void holdsRequestsForTheLatency() throws IOException {
        server.setLatency(Duration.ofMinutes(10));
        assertThatThrownBy(() -> post(impatient, "/things/1", "")).isInstanceOf(InterruptedIOException.class);
        assertThat(handled).hasValue(0);

        server.setLatency(Duration.ofMillis(1));
        post("/things/1", "").close();
        assertThat(handled).hasValue(1);
    }

    private Response post(String path, String json) throws IOException {
        return post(patient, path, json);
    }

    private Response post(OkHttpClient client, String path, String json) throws IOException {
        return client.newCall(new Request.Builder()
                        .url("http://" + server.authority() + path)
                        .post(RequestBody.create(json, MediaType.get("application/json")))
                        .build())
                .execute();
    }
}
