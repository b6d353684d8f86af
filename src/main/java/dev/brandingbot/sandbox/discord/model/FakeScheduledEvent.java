package dev.brandingbot.sandbox.discord.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A scheduled event of the guild, somewhere else than in a channel.
 *
 * @param id its id
 * @param creatorId who made it
 * @param name its name
 * @param description what it is about; empty for nothing
 * @param location where it is
 * @param start when it starts
 * @param end when it ends
 * @param status 1 for scheduled, 2 for active, 3 for completed, 4 for canceled
 * @param cover its cover image
 */
public record FakeScheduledEvent(
        long id,
        long creatorId,
        String name,
        String description,
        String location,
        Instant start,
        Instant end,
        int status,
        Optional<GuildImage> cover) {
    /** It is yet to start. */
    public static final int SCHEDULED = 1;

    /** It has started. */
    public static final int ACTIVE = 2;

    /** It is over. */
    public static final int COMPLETED = 3;

    /** It was called off. */
    public static final int CANCELED = 4;

    /** The same with another status. */
    public FakeScheduledEvent withStatus(int newStatus) {
        return new FakeScheduledEvent(id, creatorId, name, description, location, start, end, newStatus, cover);
    }

    /** The status of an open event at {@code now}: an active one stays active until it ends. */
    int statusAt(Instant now) {
        if (!end.isAfter(now)) {
            return COMPLETED;
        }
        return start.isAfter(now) ? status : ACTIVE;
    }

    /** Whether it is yet to end. */
    public boolean isOpen() {
        return status == SCHEDULED || status == ACTIVE;
    }

    /** This with what a request's body says. */
    public FakeScheduledEvent with(ObjectNode body, Optional<GuildImage> newCover) {
        return new FakeScheduledEvent(
                id,
                creatorId,
                body.path("name").asText(name),
                body.path("description").asText(description),
                body.path("entity_metadata").path("location").asText(location),
                moment(body, "scheduled_start_time").orElse(start),
                moment(body, "scheduled_end_time").orElse(end),
                body.path("status").asInt(status),
                newCover.or(() -> cover));
    }

    /** A moment in a body that was checked. */
    static Optional<Instant> moment(ObjectNode body, String field) {
        return body.hasNonNull(field)
                ? Optional.of(OffsetDateTime.parse(body.path(field).asText()).toInstant())
                : Optional.empty();
    }
}
