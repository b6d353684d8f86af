package dev.brandingbot.sandbox.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a member asked of the bot, and how far the answer is. Guarded by the guild's lock. */
final class Interaction {
    private static final Duration UNANSWERED = Duration.ofSeconds(3);
    private static final Duration ANSWERED = Duration.ofMinutes(15);

    private final long id;
    private final Kind kind;
    private final Member member;
    private final Channel channel;
    private final Instant created;
    private final Optional<Message> source;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private boolean isAcknowledged;
    private boolean isThinkingEphemeral;
    private Optional<Long> original = Optional.empty();

    Interaction(long id, Kind kind, Member member, Channel channel, Instant created, Optional<Message> source) {
        this.id = id;
        this.kind = kind;
        this.member = member;
        this.channel = channel;
        this.created = created;
        this.source = source;
    }

    long id() {
        return id;
    }

    String token() {
        return "interaction-" + Long.toHexString(id);
    }

    Kind kind() {
        return kind;
    }

    Member member() {
        return member;
    }

    Channel channel() {
        return channel;
    }

    /** The message whose button was clicked. */
    Optional<Message> source() {
        return source;
    }

    CompletableFuture<Reply> reply() {
        return reply;
    }

    boolean isTooLateToAcknowledge(Instant now) {
        return now.isAfter(created.plus(UNANSWERED));
    }

    boolean isOver(Instant now) {
        return now.isAfter(created.plus(ANSWERED));
    }

    boolean isAcknowledged() {
        return isAcknowledged;
    }

    /** The bot shows that it thinks; the answer comes later. */
    void think(boolean isEphemeral) {
        isAcknowledged = true;
        isThinkingEphemeral = isEphemeral;
    }

    boolean isThinking() {
        return isAcknowledged && original.isEmpty();
    }

    boolean isThinkingEphemeral() {
        return isThinkingEphemeral;
    }

    void answered(long messageId) {
        isAcknowledged = true;
        original = Optional.of(messageId);
    }

    /** The id of the message that is the answer. */
    Optional<Long> original() {
        return original;
    }

    /** What a member did. */
    enum Kind {
        COMMAND(2),
        COMPONENT(3),
        AUTOCOMPLETE(4);

        private final int type;

        Kind(int type) {
            this.type = type;
        }

        int type() {
            return type;
        }
    }
}
