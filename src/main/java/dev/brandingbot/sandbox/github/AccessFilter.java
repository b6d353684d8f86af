package dev.brandingbot.sandbox.github;

import dev.brandingbot.sandbox.server.FakeHttpServer;
import dev.brandingbot.sandbox.server.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the token of requests and enforces the rate limit. */
final class AccessFilter {
    private static final int ANONYMOUS_LIMIT = 60;
    private static final int TOKEN_LIMIT = 5_000;

    private final Optional<String> token;
    private final RequestQuota anonymous;
    private final RequestQuota authorized;
    private volatile boolean isTokenExpired;

    AccessFilter(Optional<String> token, Clock clock) {
        this.token = token;
        this.anonymous = new RequestQuota(ANONYMOUS_LIMIT, clock);
        this.authorized = new RequestQuota(TOKEN_LIMIT, clock);
    }

    void addTo(RoutesConfig routes) {
        routes.before(this::admit);
        routes.after(this::count);
        routes.exception(GitHubApiException.class, (e, request) -> refuse(e.status(), e.getMessage(), request));
        routes.exception(NotFoundResponse.class, (e, request) -> refuse(404, "Not Found", request));
    }

    void setRemainingRequests(int remaining) {
        anonymous.setRemaining(remaining);
        authorized.setRemaining(remaining);
    }

    void expireToken() {
        isTokenExpired = true;
    }

    private void admit(Context request) {
        if (Optional.ofNullable(request.userAgent()).orElse("").isBlank()) {
            throw new GitHubApiException(403, "Request forbidden by administrative rules: no User-Agent header");
        } else if (hasToken(request) && !isTokenValid(request)) {
            throw new GitHubApiException(401, "Bad credentials");
        } else if (!quota(request).tryConsume()) {
            throw new GitHubApiException(403, "API rate limit exceeded");
        }
    }

    /** A response "not modified" does not count toward the limit of a token. */
    private void count(Context request) {
        if (request.statusCode() == 304 && hasToken(request)) {
            quota(request).refund();
        }
        var quota = quota(request);
        request.header("x-ratelimit-limit", Integer.toString(quota.limit()))
                .header("x-ratelimit-remaining", Integer.toString(quota.remaining()))
                .header("x-ratelimit-used", Integer.toString(quota.limit() - quota.remaining()))
                .header("x-ratelimit-reset", Long.toString(quota.reset().getEpochSecond()))
                .header("x-ratelimit-resource", "core");
    }

    private RequestQuota quota(Context request) {
        return hasToken(request) ? authorized : anonymous;
    }

    private static boolean hasToken(Context request) {
        return request.header("Authorization") != null;
    }

    private boolean isTokenValid(Context request) {
        var shown = Optional.ofNullable(request.header("Authorization")).orElse("");
        return !isTokenExpired
                && token.filter(valid -> shown.equals("Bearer " + valid) || shown.equals("token " + valid))
                        .isPresent();
    }

    private static void refuse(int status, @Nullable String message, Context request) {
        FakeHttpServer.respond(request, status, Json.object().put("message", message));
    }
}
