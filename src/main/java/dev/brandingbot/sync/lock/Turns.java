package dev.brandingbot.sync.lock;

import dev.brandingbot.state.BrandingState;
import java.util.Optional;

/** Sees to it that one synchronisation of a guild is under way at a time. Safe for use by several threads. */
public interface Turns {
    /** Waits for a turn; nothing when others hold it for minutes. */
    Optional<Turn> take();

    /** Turns for one who changes nothing, and so need not wait for others. */
    static Turns unshared(BrandingState state) {
        return () -> Optional.of(new Turn(state, () -> true, () -> {}));
    }
}
