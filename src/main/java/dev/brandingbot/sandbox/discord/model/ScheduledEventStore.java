package dev.brandingbot.sandbox.discord.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.server.Json;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The guild's scheduled events. Thread-safe. */
public final class ScheduledEventStore {
    private static final int EXTERNAL = 3;
    private static final int GUILD_ONLY = 2;

    private final FakeGuildState guild;
    private final ListenerList listeners;
    private final Clock clock;
    private final Map<Long, FakeScheduledEvent> events = new LinkedHashMap<>();

    /**
     * @param guild the guild
     * @param listeners notified of changes
     * @param clock the time by which events start and end automatically
     */
    public ScheduledEventStore(FakeGuildState guild, ListenerList listeners, Clock clock) {
        this.guild = guild;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Returns the scheduled and active events. Discord lists no others. */
    public synchronized List<FakeScheduledEvent> openEvents() {
        advance();
        return events.values().stream().filter(FakeScheduledEvent::isOpen).toList();
    }

    public synchronized Optional<FakeScheduledEvent> find(long id) {
        advance();
        return Optional.ofNullable(events.get(id));
    }

    public synchronized void put(FakeScheduledEvent event) {
        var before = Optional.ofNullable(events.put(event.id(), event));
        listeners.notify(listener -> listener.scheduledEventChanged(before, Optional.of(event)));
    }

    public synchronized void remove(long id) {
        Optional.ofNullable(events.remove(id))
                .ifPresent(event -> listeners.notify(
                        listener -> listener.scheduledEventChanged(Optional.of(event), Optional.empty())));
    }

    private void advance() {
        var now = clock.instant();
        List.copyOf(events.values()).stream()
                .filter(FakeScheduledEvent::isOpen)
                .filter(event -> event.statusAt(now) != event.status())
                .forEach(event -> put(event.withStatus(event.statusAt(now))));
    }

    /** Serializes an event as Discord does. */
    public ObjectNode json(FakeScheduledEvent event) {
        var json = Json.object();
        json.put("id", GuildJson.id(event.id())).put("guild_id", GuildJson.id(guild.id()));
        json.putNull("channel_id").put("creator_id", GuildJson.id(event.creatorId()));
        json.set("creator", new GuildJson(guild).user(guild.member(event.creatorId())));
        json.put("name", event.name()).put("description", emptyAsNull(event.description()));
        json.put("scheduled_start_time", event.start().toString())
                .put("scheduled_end_time", event.end().toString());
        json.put("privacy_level", GUILD_ONLY).put("status", event.status()).put("entity_type", EXTERNAL);
        json.putNull("entity_id").set("entity_metadata", Json.object().put("location", event.location()));
        json.put("image", event.cover().map(GuildImage::hash).orElse(null));
        return json;
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
