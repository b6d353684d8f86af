package dev.brandingbot.app;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where JDA connects to Discord's gateway, and when: by itself it would try hundreds of times a second where it is refused. */
final class GatewaySessions extends SessionControllerAdapter {
    private static final Logger log = LoggerFactory.getLogger(GatewaySessions.class);

    private final Optional<URI> gateway;
    private final Executor executor;
    private final GrowingPauses pauses;
    private final AtomicReference<Duration> start;

    /**
     * @param gateway a gateway other than Discord's
     * @param start how long to wait before the first session
     * @param executor what connects after a pause; lent
     * @param clock what time it is
     */
    GatewaySessions(Optional<URI> gateway, Duration start, Executor executor, Clock clock) {
        this.gateway = gateway;
        this.executor = executor;
        this.start = new AtomicReference<>(start);
        this.pauses = GrowingPauses.betweenSessions(clock);
    }

    @Override
    public String getGateway() {
        return gateway.map(URI::toString).orElseGet(super::getGateway);
    }

    @Override
    public void appendSession(SessionConnectNode node) {
        Duration pause = nextPause();
        if (pause.isZero()) {
            super.appendSession(node);
            return;
        }
        log.warn("The connection to Discord is begun later, not to ask too often. in={}", pause);
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, executor)
                .execute(() -> super.appendSession(node));
    }

    private Duration nextPause() {
        synchronized (pauses) {
            return pauses.next().plus(start.getAndSet(Duration.ZERO));
        }
    }
}
