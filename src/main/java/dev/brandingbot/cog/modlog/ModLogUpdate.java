package dev.brandingbot.cog.modlog;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is to be told to moderators, in one message.
 *
 * @param raised what is wrong
 * @param resolved what was wrong and is not any more
 */
public record ModLogUpdate(List<Alert> raised, List<Alert> resolved) {
    /** Discord takes no longer one. */
    private static final int NONCE_LENGTH = 25;

    public ModLogUpdate {
        raised = List.copyOf(raised);
        resolved = List.copyOf(resolved);
    }

    boolean isEmpty() {
        return raised.isEmpty() && resolved.isEmpty();
    }

    /** The same for every attempt at telling the same, so that Discord recognises a second one. */
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
