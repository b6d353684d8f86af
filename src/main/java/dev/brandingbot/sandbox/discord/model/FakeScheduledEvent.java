package dev.brandingbot.sandbox.discord.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A scheduled event of the guild with an external location.
 *
 * @param id the ID
 * @param creatorId the creator's ID
 * @param name the name
 * @param description the description; may be empty
 * @param location the location
 * @param start the start time
 * @param end the end time
 * @param status 1 for scheduled, 2 for active, 3 for completed, 4 for canceled
 * @param cover the cover image
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
    /** The event has not started. */
    public static final int SCHEDULED = 1;

    /** The event has started. */
    public static final int ACTIVE = 2;

    /** The event has ended. */
    public static final int COMPLETED = 3;

    /** The event was canceled. */
    public static final int CANCELED = 4;

    /** Returns a copy with another status. */
    public FakeScheduledEvent withStatus(int newStatus) {
        return new FakeScheduledEvent(id, creatorId, name, description, location, start, end, newStatus, cover);
    }

    /** Returns the status of an open event at a time. An active event stays active until it ends. */
    int statusAt(Instant now) {
        if (!end.isAfter(now)) {
            return COMPLETED;
        }
        return start.isAfter(now) ? status : ACTIVE;
    }

    /** Whether the event is scheduled or active. */
    public boolean isOpen() {
        return status == SCHEDULED || status == ACTIVE;
    }

    /** Returns a copy with the fields of a request's body. */
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

    /** Returns a time in a validated body. */
    static Optional<Instant> moment(ObjectNode body, String field) {
        return body.hasNonNull(field)
                ? Optional.of(OffsetDateTime.parse(body.path(field).asText()).toInstant())
                : Optional.empty();
    }
}
