package dev.brandingbot.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureReasonTest {
    @Test
    void usesMessage() {
        assertThat(FailureReason.of(new IOException("Connection reset"))).isEqualTo("Connection reset");
        assertThat(FailureReason.of(new InterruptedIOException("timeout"))).isEqualTo("timeout");
    }

    @Test
    void usesMessageOfCause() {
        var cause = new IOException("Connection reset");

        assertThat(FailureReason.of(new UncheckedIOException(cause))).isEqualTo("Connection reset");
        assertThat(FailureReason.of(new ExecutionException(" ", new IllegalStateException(null, cause))))
                .isEqualTo("Connection reset");
    }

    @Test
    void isSingleLine() {
        assertThat(FailureReason.of(new IOException("\\n not found:\n limit=0")))
                .isEqualTo("\\n not found: limit=0");
    }

    @Test
    void explainsExceptionWithoutMessage() {
        assertThat(FailureReason.of(new EOFException())).isEqualTo("the answer ended too early");
        assertThat(FailureReason.of(new EOFException("\\n not found: limit=0 content=")))
                .isEqualTo("the answer ended too early");
        assertThat(FailureReason.of(new IOException(new ClosedChannelException())))
                .isEqualTo("the connection was closed");
        assertThat(FailureReason.of(new UnknownHostException("api.github.com")))
                .isEqualTo("unknown host api.github.com");
    }

    static Stream<Throwable> withoutMessage() {
        return Stream.of(
                new IOException(),
                new IOException(""),
                new IOException("\u00a0"),
                new RuntimeException((Throwable) null),
                new RuntimeException(new RuntimeException()),
                new TimeoutException(),
                new RuntimeException() {});
    }

    @ParameterizedTest
    @MethodSource("withoutMessage")
    void isNeverEmpty(Throwable failure) {
        assertThat(FailureReason.of(failure)).isNotBlank().doesNotContain("null");
    }
}
