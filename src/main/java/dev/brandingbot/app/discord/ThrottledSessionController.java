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
 * Controls where and when JDA connects to Discord's gateway. Without it, JDA would reconnect hundreds of times a second while the
 * gateway accepts connections and closes them immediately. Must be registered as JDA's session controller and as a listener. JDA then
 * waits in {@link #onEvent}, on its own thread, before each connection but the first.
 */
public final class ThrottledSessionController extends SessionControllerAdapter implements EventListener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ThrottledSessionController.class);

    private final Optional<URI> gateway;
    private final GatewayPauses pauses;
    private final ScheduledExecutorService executor;
    private final Waiting waiting;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean isReconnecting;

    /** Waits before a connection. */
    @FunctionalInterface
    public interface Waiting {
        /** Blocks for a duration. */
        void await(Duration delay) throws InterruptedException;
    }

    /**
     * @param gateway a gateway other than Discord's
     * @param pauses computes the delays
     * @param executor starts sessions after a delay; not closed by this class
     */
    public ThrottledSessionController(Optional<URI> gateway, GatewayPauses pauses, ScheduledExecutorService executor) {
        this.gateway = gateway;
        this.pauses = pauses;
        this.executor = executor;
        this.waiting = pause -> closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Creates a controller with another way to wait.
     *
     * @param gateway a gateway other than Discord's
     * @param pauses computes the delays
     * @param executor starts sessions after a delay; not closed by this class
     * @param waiting waits before connections
     */
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

    /** Called by JDA for every new session, but not for a resumed one. */
    @Override
    public void appendSession(SessionConnectNode node) {
        Duration delay = pauses.beforeSession();
        if (delay.isZero()) {
            super.appendSession(node);
            return;
        }
        log.warn("Delaying the next session with Discord. delay={}", delay);
        try {
            var unused = executor.schedule(() -> super.appendSession(node), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            log.debug("Started no session: the bot is closing.");
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
        Duration delay = pauses.beforeConnection();
        if (delay.isZero()) {
            return;
        }
        log.warn("Connections to Discord keep dropping; reconnecting after a pause. delay={}", delay);
        isReconnecting = true;
        try {
            waiting.await(delay);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void logRecovery() {
        if (isReconnecting) {
            isReconnecting = false;
            log.info("Connected to Discord again.");
        }
    }

    /** Ends the current and all later delays, so that JDA can shut down immediately. */
    @Override
    public void close() {
        closed.countDown();
    }
}
