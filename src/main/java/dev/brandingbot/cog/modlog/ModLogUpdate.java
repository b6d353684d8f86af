package dev.brandingbot.cog.modlog;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The alerts to send in one message.
 *
 * @param raised new problems
 * @param resolved problems that are resolved
 */
public record ModLogUpdate(List<Alert> raised, List<Alert> resolved) {
    /** The maximum length that Discord accepts. */
    private static final int NONCE_LENGTH = 25;

    public ModLogUpdate {
        raised = List.copyOf(raised);
        resolved = List.copyOf(resolved);
    }

    boolean isEmpty() {
        return raised.isEmpty() && resolved.isEmpty();
    }

    /** The nonce of the message: equal for every attempt, so that Discord drops a duplicate. */
    String nonce() {
        var seed = Stream.of(raised, resolved)
                .map(part -> part.stream().map(Alert::key).collect(joining("\n")))
                .collect(joining("\n\n"));
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, NONCE_LENGTH);
    }
}
