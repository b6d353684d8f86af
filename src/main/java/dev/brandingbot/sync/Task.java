package dev.brandingbot.sync;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.state.Caller;
import dev.brandingbot.sync.asset.Purpose;
import dev.brandingbot.sync.asset.Wish;
import java.util.Optional;

/**
 * What a synchronisation is to do.
 *
 * @param purpose why the guild is synchronised
 * @param wish the asset that is asked for, if any
 * @param caller whose command it is; nothing for the daemon's own
 */
public record Task(Purpose purpose, Optional<Wish> wish, Optional<Caller> caller) {
    /** To go on. */
    static final Task STEP = new Task(Purpose.STEP, Optional.empty(), Optional.empty());

    /** To do something at a moderator's command. */
    static Task of(Purpose purpose, Caller caller) {
        return new Task(purpose, Optional.empty(), Optional.of(caller));
    }

    /** The same with a wish for another asset. */
    Task wishing(Wish newWish) {
        return new Task(purpose, Optional.of(newWish), caller);
    }

    /** The same for another purpose. */
    public Task with(Purpose newPurpose) {
        return new Task(newPurpose, wish, caller);
    }

    /** The wish for another asset of this kind, if any. */
    public Optional<Wish> wish(AssetKind kind) {
        return wish.filter(it -> it.kind() == kind);
    }
}
