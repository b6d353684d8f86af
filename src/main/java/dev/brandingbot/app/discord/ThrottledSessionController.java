package dev.brandingbot.app.discord;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where JDA connects to Discord's gateway, and when. By itself JDA connects hundreds of times a second while the gateway accepts
 * connections and ends them at once. Has to be both JDA's session controller and one of its listeners; JDA then waits here, on
 * its own thread, before each connection but the first.
 */
public final class ThrottledSessionController extends SessionControllerAdapter implements EventListener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ThrottledSessionController.class);

    private final Optional<URI> gateway;
    private final GatewayPauses pauses;
    private final ScheduledExecutorService executor;
    private final Waiting waiting;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean isUnsteady;

    /** Lets a pause pass. */
    @FunctionalInterface
    public interface Waiting {
        void await(Duration pause) throws InterruptedException;
    }

    /**
     * @param gateway a gateway other than Discord's
     * @param pauses how long to wait
     * @param executor starts sessions after a pause; not closed by this class
     */
    public ThrottledSessionController(Optional<URI> gateway, GatewayPauses pauses, ScheduledExecutorService executor) {
        this.gateway = gateway;
        this.pauses = pauses;
        this.executor = executor;
        this.waiting = pause -> closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The same with another way to wait before connections. */
    public ThrottledSessionController(
            Optional<URI> gateway, GatewayPauses pauses, ScheduledExecutorService executor, Waiting waiting) {
        this.gateway = gateway;
        this.pauses = pauses;
        this.executor = executor;
        this.waiting = waiting;
    }

    @Override
    public String getGateway() {
        return gateway.map(URI::toString).orElseGet(super::getGateway);
    }

    /** Called by JDA for every session that is started, but not for one that is resumed. */
    @Override
    public void appendSession(SessionConnectNode node) {
        Duration pause = pauses.beforeSession();
        if (pause.isZero()) {
            super.appendSession(node);
            return;
        }
        log.warn("The next session with Discord starts after a pause. pause={}", pause);
        try {
            var unused = executor.schedule(() -> super.appendSession(node), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            log.debug("No session is started: the bot is closing.");
        }
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof StatusChangeEvent change && change.getNewStatus() == JDA.Status.WAITING_TO_RECONNECT) {
            pause();
        } else if (event instanceof SessionDisconnectEvent end) {
            log.info("Lost the connection to Discord. byDiscord={} code={}", end.isClosedByServer(), code(end));
        } else if (event instanceof SessionResumeEvent || event instanceof SessionRecreateEvent) {
            logRecovery();
        }
    }

    private static String code(SessionDisconnectEvent end) {
        var frame = end.isClosedByServer() ? end.getServiceCloseFrame() : end.getClientCloseFrame();
        return frame == null ? "none" : Integer.toString(frame.getCloseCode());
    }

    private void pause() {
        Duration pause = pauses.beforeConnection();
        if (pause.isZero()) {
            return;
        }
        log.warn("Connections to Discord keep dropping; reconnecting after a pause. pause={}", pause);
        isUnsteady = true;
        try {
            waiting.await(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void logRecovery() {
        if (isUnsteady) {
            isUnsteady = false;
            log.info("Connected to Discord again.");
        }
    }

    /** Ends the pause at hand and all later ones, so that JDA can shut down without waiting for them. */
    @Override
    public void close() {
        closed.countDown();
    }
}
