package dev.brandingbot.support;

import java.io.EOFException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in a few words why something failed. The message of an exception may be missing, or be the name of another one. */
public final class FailureReason {
    private FailureReason() {}

    /** Returns the first message that says something, of the failure or of its causes; never empty. */
    public static String of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(link -> text(link).stream())
                .findFirst()
                .orElseGet(() -> name(failure.getClass()));
    }

    private static String name(Class<?> type) {
        return type.isAnonymousClass() ? name(type.getSuperclass()) : type.getSimpleName();
    }

    private static Optional<String> text(Throwable failure) {
        var message = message(failure);
        if (failure instanceof EOFException) {
            return Optional.of("the answer ended too early");
        }
        if (failure instanceof ClosedChannelException) {
            return Optional.of("the connection was closed");
        }
        return failure instanceof UnknownHostException ? message.map("unknown host "::concat) : message;
    }

    private static Optional<String> message(Throwable failure) {
        var cause = failure.getCause();
        return Optional.ofNullable(failure.getMessage())
                .map(UserText::toSingleLine)
                .filter(message -> !UserText.isBlank(message))
                .filter(message -> cause == null || !message.equals(UserText.toSingleLine(cause.toString())));
    }
}
