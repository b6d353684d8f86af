package dev.brandingbot.sandbox.discord.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An interaction of a member with the bot, and the state of its response. Guarded by the guild's lock. */
public final class FakeInteraction {
    private static final Duration ACKNOWLEDGE_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(15);

    private final long id;
    private final Kind kind;
    private final FakeMember member;
    private final FakeChannel channel;
    private final Instant created;
    private final Optional<FakeMessage> source;
    private final CompletableFuture<InteractionResult> reply = new CompletableFuture<>();
    private boolean isAcknowledged;
    private boolean isDeferredEphemeral;
    private Optional<Long> originalMessageId = Optional.empty();

    public FakeInteraction(
            long id, Kind kind, FakeMember member, FakeChannel channel, Instant created, Optional<FakeMessage> source) {
        this.id = id;
        this.kind = kind;
        this.member = member;
        this.channel = channel;
        this.created = created;
        this.source = source;
    }

    public long id() {
        return id;
    }

    public String token() {
        return "interaction-" + Long.toHexString(id);
    }

    public Kind kind() {
        return kind;
    }

    public FakeMember member() {
        return member;
    }

    public FakeChannel channel() {
        return channel;
    }

    /** Returns the message whose button was clicked. */
    public Optional<FakeMessage> source() {
        return source;
    }

    public CompletableFuture<InteractionResult> reply() {
        return reply;
    }

    public boolean isTooLateToAcknowledge(Instant now) {
        return now.isAfter(created.plus(ACKNOWLEDGE_TIMEOUT));
    }

    public boolean isExpired(Instant now) {
        return now.isAfter(created.plus(TOKEN_LIFETIME));
    }

    public boolean isAcknowledged() {
        return isAcknowledged;
    }

    /** Records that the bot shows that it is thinking and answers later. */
    public void defer(boolean isEphemeral) {
        isAcknowledged = true;
        isDeferredEphemeral = isEphemeral;
    }

    public boolean isDeferred() {
        return isAcknowledged && originalMessageId.isEmpty();
    }

    public boolean isDeferredEphemeral() {
        return isDeferredEphemeral;
    }

    public void recordAnswer(long messageId) {
        isAcknowledged = true;
        originalMessageId = Optional.of(messageId);
    }

    /** Returns the ID of the first answer. */
    public Optional<Long> originalMessageId() {
        return originalMessageId;
    }

    /** The kinds of interactions. */
    public enum Kind {
        COMMAND(2),
        COMPONENT(3),
        AUTOCOMPLETE(4);

        private final int type;

        Kind(int type) {
            this.type = type;
        }

        public int type() {
            return type;
        }
    }
}
