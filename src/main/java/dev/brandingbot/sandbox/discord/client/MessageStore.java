package dev.brandingbot.sandbox.discord.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.model.FakeGuildState;
import dev.brandingbot.sandbox.discord.model.FakeMember;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.server.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The messages of the guild's channels, oldest first. Thread-safe. */
public final class MessageStore {
    /** How long a nonce prevents duplicates. Discord's documentation says "a few minutes". */
    private static final Duration NONCE_LIFETIME = Duration.ofMinutes(5);

    private final MessageFactory factory;
    private final Clock clock;
    private final Map<Long, List<FakeMessage>> channels = new HashMap<>();
    private final List<FakeMessage> ephemeral = new ArrayList<>();
    private final Map<String, Sent> nonces = new HashMap<>();

    public MessageStore(MessageFactory factory, Clock clock) {
        this.factory = factory;
        this.clock = clock;
    }

    /** Returns the messages of a channel, oldest first. */
    public synchronized List<FakeMessage> messages(long channelId) {
        return List.copyOf(channels.getOrDefault(channelId, List.of()));
    }

    /** Returns the messages of a channel, newest first, as Discord lists them. */
    public List<FakeMessage> newestFirst(long channelId) {
        var messages = new ArrayList<>(messages(channelId));
        Collections.reverse(messages);
        return messages;
    }

    public synchronized Optional<FakeMessage> find(long channelId, long messageId) {
        return messages(channelId).stream()
                .filter(message -> message.id() == messageId)
                .findFirst();
    }

    /** Returns the recent message with the same enforced nonce. */
    public synchronized Optional<FakeMessage> findByNonce(long channelId, JsonNode body) {
        var now = clock.instant();
        nonces.values().removeIf(sent -> sent.at().plus(NONCE_LIFETIME).isBefore(now));
        return nonce(channelId, body).map(nonces::get).flatMap(sent -> find(channelId, sent.messageId()));
    }

    public synchronized FakeMessage create(
            long channelId, FakeMember author, JsonNode body, List<FakeMessage.File> files) {
        var message = factory.create(channelId, author, body, files);
        add(message);
        nonce(channelId, body).ifPresent(nonce -> nonces.put(nonce, new Sent(message.id(), clock.instant())));
        return message;
    }

    public synchronized FakeMessage edit(FakeMessage before, JsonNode body, List<FakeMessage.File> files) {
        var after = factory.edit(before, body, files);
        listOf(before).replaceAll(kept -> kept.id() == after.id() ? after : kept);
        return after;
    }

    public synchronized void delete(FakeMessage message) {
        listOf(message).removeIf(kept -> kept.id() == message.id());
    }

    /** Returns a message by its ID alone, including ephemeral ones. */
    public synchronized Optional<FakeMessage> findAnywhere(long messageId) {
        return Stream.concat(ephemeral.stream(), channels.values().stream().flatMap(List::stream))
                .filter(message -> message.id() == messageId)
                .findFirst();
    }

    private void add(FakeMessage message) {
        listOf(message).add(message);
    }

    private List<FakeMessage> listOf(FakeMessage message) {
        return message.isEphemeral()
                ? ephemeral
                : channels.computeIfAbsent(message.channelId(), id -> new ArrayList<>());
    }

    /** Returns the data of a MESSAGE_DELETE event. */
    public static ObjectNode deletionEvent(FakeMessage message, FakeGuildState guild) {
        return Json.object()
                .put("id", GuildJson.id(message.id()))
                .put("channel_id", GuildJson.id(message.channelId()))
                .put("guild_id", GuildJson.id(guild.id()));
    }

    private static Optional<String> nonce(long channelId, JsonNode body) {
        return body.path("enforce_nonce").asBoolean() && body.hasNonNull("nonce")
                ? Optional.of(channelId + "/" + body.path("nonce").asText())
                : Optional.empty();
    }

    private record Sent(long messageId, Instant at) {}
}
