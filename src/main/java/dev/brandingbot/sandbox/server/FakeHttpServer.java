package dev.brandingbot.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/**
 * An HTTP server on loopback. Each request is logged, delayed by the latency, checked for injected faults, and then routed.
 */
public final class FakeHttpServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final long MAX_REQUEST_SIZE = 64L << 20;
    private static final String LOGGED = "logged-request";
    private static final String BODY = "json-body";
    private static final String LOSES_RESPONSE = "loses-response";

    private final RequestLog requests = new RequestLog();
    private final FaultInjector faults = new FaultInjector();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Map<String, String> headers;
    private final Javalin javalin;
    private volatile Duration latency = Duration.ZERO;

    private FakeHttpServer(Map<String, String> headers, Consumer<? super RoutesConfig> routes) {
        this.headers = Map.copyOf(headers);
        this.javalin = Javalin.create(config -> configure(config, routes));
    }

    /**
     * Starts a server.
     *
     * @param port the port, or 0 for any free one
     * @param headers headers of every response
     * @param routes adds the routes
     */
    public static FakeHttpServer start(int port, Map<String, String> headers, Consumer<? super RoutesConfig> routes) {
        var server = new FakeHttpServer(headers, routes);
        server.javalin.start(HOST, port);
        return server;
    }

    /** Returns the server's address, like {@code 127.0.0.1:54321}. */
    public String authority() {
        return HOST + ":" + javalin.port();
    }

    /** Returns the log of requests. */
    public RequestLog requests() {
        return requests;
    }

    /** Returns the injector of faults. */
    public FaultInjector faults() {
        return faults;
    }

    /** Delays each request from now on. */
    public void setLatency(Duration latency) {
        this.latency = latency;
    }

    /** Stops the server and ends hanging requests. */
    @Override
    public void close() {
        closed.complete(null);
        javalin.stop();
    }

    /** Returns the JSON in the request's body, or in the {@code payload_json} of a form; a missing node if there is none. */
    public static JsonNode body(Context request) {
        return Optional.<JsonNode>ofNullable(request.attribute(BODY)).orElseGet(() -> {
            var body = read(request);
            request.attribute(BODY, body);
            return body;
        });
    }

    /** Responds with JSON. */
    public static void respond(Context request, int status, JsonNode body) {
        request.status(status).contentType("application/json").result(Json.bytes(body));
    }

    private static JsonNode read(Context request) {
        if (request.isMultipartFormData()) {
            return Optional.ofNullable(request.formParam("payload_json"))
                    .map(payload -> Json.parseOrMissing(payload.getBytes(StandardCharsets.UTF_8)))
                    .orElseGet(MissingNode::getInstance);
        }
        return Json.parseOrMissing(request.bodyAsBytes());
    }

    private void configure(JavalinConfig config, Consumer<? super RoutesConfig> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = MAX_REQUEST_SIZE;
        config.http.asyncTimeout = 0;
        config.routes.before(this::log);
        config.routes.before(this::delay);
        config.routes.before(this::fail);
        routes.accept(config.routes);
        config.routes.after(this::loseResponse);
        config.routes.after(this::logResponse);
    }

    private void log(Context request) {
        headers.forEach(request::header);
        var requestHeaders = request.headerMap().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        Map.Entry::getValue,
                        (first, next) -> next));
        request.attribute(
                LOGGED,
                requests.add(
                        request.method().name(),
                        request.path(),
                        Optional.ofNullable(request.queryString()).orElse(""),
                        requestHeaders,
                        body(request)));
    }

    private void delay(Context request) {
        var wait = latency;
        if (!wait.isZero()) {
            // Not on the timer's only thread. On close immediately, because there is no server to respond afterwards.
            var delay = new CompletableFuture<>().completeOnTimeout(null, wait.toNanos(), TimeUnit.NANOSECONDS);
            var over = CompletableFuture.anyOf(delay.thenRunAsync(() -> {}), closed);
            request.future(() -> over);
        }
    }

    private void fail(Context request) {
        faults.faultFor(logged(request)).ifPresent(fault -> inject(request, fault));
    }

    private void inject(Context request, Fault fault) {
        if (fault instanceof Fault.Answer answer) {
            answer.headers().forEach(request::header);
            request.status(answer.status()).result(answer.body()).skipRemainingHandlers();
            requests.recordStatus(logged(request), answer.status());
        } else if (fault instanceof Fault.Hang) {
            request.skipRemainingHandlers().future(() -> closed);
        } else if (fault instanceof Fault.Disconnect) {
            request.skipRemainingHandlers();
            disconnect(request);
        } else {
            request.attribute(LOSES_RESPONSE, true);
        }
    }

    private static void disconnect(Context request) {
        connection(request).close();
    }

    /** Returns the connection of a request. Closing it aborts the request. */
    public static EndPoint connection(Context request) {
        return ServletContextRequest.getServletContextRequest(request.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }

    private void loseResponse(Context request) {
        if (request.attribute(LOSES_RESPONSE) != null) {
            request.future(() -> closed);
        }
    }

    private void logResponse(Context request) {
        requests.recordStatus(logged(request), request.statusCode());
    }

    private static LoggedRequest logged(Context request) {
        LoggedRequest logged = request.attribute(LOGGED);
        if (logged == null) {
            throw new IllegalStateException("The request " + request.path() + " was not logged");
        }
        return logged;
    }
}
