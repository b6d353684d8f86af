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
 * An HTTP server on loopback. Each request is logged, then waits out the latency, then meets the faults, and only then the
 * routes.
 */
public final class FakeHttpServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final long LARGEST_REQUEST = 64L << 20;
    private static final String LOGGED = "logged-request";
    private static final String BODY = "json-body";
    private static final String LOSES_ANSWER = "loses-answer";

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
     * @param port the port, or 0 for any that is free
     * @param headers sent with every answer, whatever it is
     * @param routes adds the routes
     */
    public static FakeHttpServer start(int port, Map<String, String> headers, Consumer<? super RoutesConfig> routes) {
        var server = new FakeHttpServer(headers, routes);
        server.javalin.start(HOST, port);
        return server;
    }

    /** Where the server listens: {@code 127.0.0.1:54321}. */
    public String authority() {
        return HOST + ":" + javalin.port();
    }

    /** What was asked of the server. */
    public RequestLog requests() {
        return requests;
    }

    /** What the server does wrong. */
    public FaultInjector faults() {
        return faults;
    }

    /** Holds each request from now on for that long before it is looked at. */
    public void setLatency(Duration latency) {
        this.latency = latency;
    }

    /** Stops the server; requests that hang are let go. */
    @Override
    public void close() {
        closed.complete(null);
        javalin.stop();
    }

    /** The JSON in the request's body, or in the {@code payload_json} of a form; a missing node when there is none. */
    public static JsonNode body(Context request) {
        return Optional.<JsonNode>ofNullable(request.attribute(BODY)).orElseGet(() -> {
            var body = read(request);
            request.attribute(BODY, body);
            return body;
        });
    }

    /** Answers with JSON. */
    public static void answer(Context request, int status, JsonNode body) {
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
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.http.asyncTimeout = 0;
        config.routes.before(this::log);
        config.routes.before(this::delay);
        config.routes.before(this::fail);
        routes.accept(config.routes);
        config.routes.after(this::loseAnswer);
        config.routes.after(this::logAnswer);
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
            // Off the timer's only thread; but on close at once, as there is no server to answer afterwards.
            var delay = new CompletableFuture<>().completeOnTimeout(null, wait.toNanos(), TimeUnit.NANOSECONDS);
            var over = CompletableFuture.anyOf(delay.thenRunAsync(() -> {}), closed);
            request.future(() -> over);
        }
    }

    private void fail(Context request) {
        faults.meeting(logged(request)).ifPresent(fault -> meet(request, fault));
    }

    private void meet(Context request, Fault fault) {
        if (fault instanceof Fault.Answer answer) {
            answer.headers().forEach(request::header);
            request.status(answer.status()).result(answer.body()).skipRemainingHandlers();
            requests.answered(logged(request), answer.status());
        } else if (fault instanceof Fault.Hang) {
            request.skipRemainingHandlers().future(() -> closed);
        } else if (fault instanceof Fault.Disconnect) {
            request.skipRemainingHandlers();
            disconnect(request);
        } else {
            request.attribute(LOSES_ANSWER, true);
        }
    }

    private static void disconnect(Context request) {
        connection(request).close();
    }

    /** The connection over which a request came; closing it breaks it off. */
    public static EndPoint connection(Context request) {
        return ServletContextRequest.getServletContextRequest(request.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }

    private void loseAnswer(Context request) {
        if (request.attribute(LOSES_ANSWER) != null) {
            request.future(() -> closed);
        }
    }

    private void logAnswer(Context request) {
        requests.answered(logged(request), request.statusCode());
    }

    private static LoggedRequest logged(Context request) {
        LoggedRequest logged = request.attribute(LOGGED);
        if (logged == null) {
            throw new IllegalStateException("The request " + request.path() + " was not logged");
        }
        return logged;
    }
}
