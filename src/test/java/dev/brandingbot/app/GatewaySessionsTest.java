package dev.brandingbot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.utils.SessionController.SessionConnectNode;
import org.junit.jupiter.api.Test;

class GatewaySessionsTest {
    @Test
    void triesARefusedConnectionOnceAndThenPauses() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        SessionConnectNode refused = mock(SessionConnectNode.class);
        doAnswer(call -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("refused");
                })
                .when(refused)
                .run(anyBoolean());

        sessions(Optional.empty()).appendSession(refused);

        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(4)).until(() -> attempts.get() == 1);
    }

    @Test
    void connectsToTheGatewayThatIsSet() {
        assertThat(sessions(Optional.of(URI.create("ws://127.0.0.1:8081"))).getGateway())
                .isEqualTo("ws://127.0.0.1:8081");
        assertThat(sessions(Optional.empty()).getGateway()).isEqualTo("wss://gateway.discord.gg/");
    }

    private static GatewaySessions sessions(Optional<URI> gateway) {
        return new GatewaySessions(gateway, Duration.ZERO, Runnable::run, Clock.systemUTC());
    }
}
