package dev.brandingbot.cog;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.JDA;

/** Where a cog listens, and whether it serves its guild there: of several open cogs on one JDA only the first does. Thread-safe. */
final class CogRegistration {
    private final BrandingCog cog;
    private final long guildId;
    private final Set<JDA> listensTo = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private volatile boolean isServing;

    CogRegistration(BrandingCog cog, long guildId) {
        this.cog = cog;
        this.guildId = guildId;
    }

    /**
     * Registers the cog as the one that serves the guild on {@code jda}.
     *
     * @throws IllegalStateException if it was closed, or another open cog serves the guild on this JDA
     */
    void serve(JDA jda) {
        throwIfClosed();
        if (isServedByAnother(jda)) {
            throw new IllegalStateException(
                    "Another BrandingCog serves the guild %s on this JDA: close that one before this one is started."
                            .formatted(Long.toUnsignedString(guildId)));
        }
        isServing = true;
        listensTo.add(jda);
    }

    /** @throws IllegalStateException if the cog was closed */
    void throwIfClosed() {
        if (isClosed.get()) {
            throw new IllegalStateException("This BrandingCog was closed: build a new one.");
        }
    }

    boolean isClosed() {
        return isClosed.get();
    }

    /** Whether the cog handles the interactions of {@code jda}. */
    boolean answers(JDA jda) {
        return !isClosed.get() && !isServedByAnother(jda);
    }

    /** Whether another open cog serves the guild on this JDA, and this one does not. */
    boolean isServedByAnother(JDA jda) {
        return !isServing
                && jda.getRegisteredListeners().stream()
                        .anyMatch(listener -> listener instanceof BrandingCog other
                                && other != cog
                                && other.registration().isServing(guildId));
    }

    private boolean isServing(long id) {
        return isServing && guildId == id;
    }

    /** Handles an event of a JDA. A closed cog removes itself from that JDA, which it may not have known before. */
    void onEvent(JDA jda) {
        if (isClosed.get()) {
            leave(jda);
        } else {
            listensTo.add(jda);
        }
    }

    /** A JDA was shut down. */
    void forget(JDA jda) {
        listensTo.remove(jda);
    }

    /** Removes the cog from every JDA. Returns whether it was open until now. */
    boolean close() {
        if (isClosed.getAndSet(true)) {
            return false;
        }
        isServing = false;
        listensTo.forEach(this::leave);
        listensTo.clear();
        return true;
    }

    private void leave(JDA jda) {
        jda.removeEventListener(cog);
        Optional.ofNullable(jda.getShardManager()).ifPresent(shards -> shards.removeEventListener(cog));
    }
}
