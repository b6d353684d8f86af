package dev.brandingbot.cog.modlog;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is to be told to moderators, in one message.
 *
 * @param troubles what is wrong
 * @param well what was wrong and is not any more
 */
public record ModLogUpdate(List<Alert> troubles, List<Alert> well) {
    /** Discord takes no longer one. */
    private static final int NONCE_LENGTH = 25;

    public ModLogUpdate {
        troubles = List.copyOf(troubles);
        well = List.copyOf(well);
    }

    boolean isEmpty() {
        return troubles.isEmpty() && well.isEmpty();
    }

    /** The same for every attempt at telling the same, so that Discord recognises a second one. */
    String nonce() {
        var seed = Stream.of(troubles, well)
                .map(part -> part.stream().map(Alert::key).collect(joining("\n")))
                .collect(joining("\n\n"));
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, NONCE_LENGTH);
    }
}
