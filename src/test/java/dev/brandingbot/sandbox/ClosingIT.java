package dev.brandingbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.sandbox.server.Fault;
import dev.brandingbot.testing.CapturedLog;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closes the whole bot while it is busy. */
class ClosingIT extends SandboxFixture {
    private static final LocalDate PRIDE = LocalDate.of(2027, 6, 10);

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    @Test
    void warnsOfNothingWhenItIsClosedWhileGitHubIsAsked() {
        sandbox.gitHub().faults().failNext("GET", ".*/git/trees/.*", new Fault.Hang());
        sandbox.gitHub().requests().clear();
        var check = check();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !sandbox.gitHub().requests().all().isEmpty());

        sandbox.close();

        assertThat(log.warnings()).isEmpty();
        await().atMost(Duration.ofSeconds(20)).until(check::isDone);
    }

    @Test
    void warnsOfNothingWhenItIsClosedDuringAnUpload() {
        sandbox.discord().faults().failNext("PATCH", ".*/guilds/\\d+", new Fault.Hang());
        var check = check();
        await().atMost(Duration.ofSeconds(20)).until(() -> !uploads().isEmpty());

        sandbox.close();

        assertThat(log.warnings()).isEmpty();
        await().atMost(Duration.ofSeconds(20)).until(check::isDone);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void warnsOfNothingWhenItIsClosedAfterSoManyRequests(int count) {
        sandbox.gitHub().requests().clear();
        var check = check();
        await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(20))
                .until(() -> check.isDone() || sandbox.gitHub().requests().all().size() >= count);

        sandbox.close();

        assertThat(log.warnings()).isEmpty();
        await().atMost(Duration.ofSeconds(20)).until(check::isDone);
    }

    private CompletableFuture<Void> check() {
        moveTo(PRIDE);
        sandbox.discord().requests().clear();
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        sandbox.check();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                work -> new Thread(work, "checking").start());
    }
}
