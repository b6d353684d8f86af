package dev.brandingbot.sandbox.discord.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.model.DiscordApiException;
import dev.brandingbot.sandbox.discord.model.FakeScheduledEvent;
import dev.brandingbot.sandbox.discord.model.FormErrors;
import dev.brandingbot.sandbox.discord.model.GuildImage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Validates scheduled events against Discord's rules for events with an external location.
 *
 * @see <a href="https://discord.com/developers/docs/resources/guild-scheduled-event">Guild Scheduled Event</a>
 */
public final class ScheduledEventValidator {
    private static final int EXTERNAL = 3;
    private static final int GUILD_ONLY = 2;
    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_DESCRIPTION_LENGTH = 1000;
    private static final int MAX_LOCATION_LENGTH = 100;

    private final ObjectNode body;
    private final Instant now;
    private final FormErrors errors = new FormErrors();

    private ScheduledEventValidator(JsonNode body, Instant now) {
        if (!(body instanceof ObjectNode object)) {
            throw DiscordApiException.of(400, 50109, "The request body contains invalid JSON.");
        }
        this.body = object;
        this.now = now;
    }

    /**
     * Validates a new event.
     *
     * @return the cover
     * @throws DiscordApiException if Discord would reject it
     */
    public static Optional<GuildImage> validateNew(JsonNode body, Instant now) {
        var check = new ScheduledEventValidator(body, now);
        check.require("name", "privacy_level", "scheduled_start_time", "entity_type");
        check.checkKind();
        check.checkTexts();
        check.checkTimes(Optional.empty());
        return check.cover();
    }

    /**
     * Validates a change of an event.
     *
     * @return the new cover
     * @throws DiscordApiException if Discord would reject it
     */
    public static Optional<GuildImage> validateChange(JsonNode body, FakeScheduledEvent before, Instant now) {
        var check = new ScheduledEventValidator(body, now);
        check.checkTexts();
        check.checkTimes(Optional.of(before));
        check.checkStatus(before);
        return check.cover();
    }

    private void require(String... fields) {
        for (var field : fields) {
            if (!body.hasNonNull(field)) {
                errors.addRequired(field);
            }
        }
    }

    private void checkKind() {
        if (body.path("privacy_level").asInt(GUILD_ONLY) != GUILD_ONLY) {
            errors.add("privacy_level", "BASE_TYPE_CHOICES", "Value must be one of {2}.");
        }
        if (body.path("entity_type").asInt(EXTERNAL) != EXTERNAL) {
            errors.add("entity_type", "BASE_TYPE_CHOICES", "The fake server supports only events of type 3.");
        }
        if (body.hasNonNull("channel_id")) {
            errors.add("channel_id", "GUILD_SCHEDULED_EVENT_CHANNEL", "Channel can't be set for this type of event.");
        }
        if (!body.path("entity_metadata").hasNonNull("location")) {
            errors.addRequired("entity_metadata.location");
        }
        require("scheduled_end_time");
    }

    private void checkTexts() {
        checkLength("name", body.path("name"), MAX_NAME_LENGTH);
        checkLength("description", body.path("description"), MAX_DESCRIPTION_LENGTH);
        checkLength("entity_metadata.location", body.path("entity_metadata").path("location"), MAX_LOCATION_LENGTH);
    }

    private void checkLength(String path, JsonNode text, int max) {
        if (!text.isMissingNode()) {
            errors.checkLength(path, text, 1, max);
        }
    }

    private void checkTimes(Optional<FakeScheduledEvent> before) {
        var start = moment("scheduled_start_time").or(() -> before.map(FakeScheduledEvent::start));
        var end = moment("scheduled_end_time").or(() -> before.map(FakeScheduledEvent::end));
        var isStartNew = !start.equals(before.map(FakeScheduledEvent::start));
        if (isStartNew && start.filter(now::isAfter).isPresent()) {
            errors.add(
                    "scheduled_start_time",
                    "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST",
                    "Cannot schedule event in the past.");
        }
        if (isStartNew
                && before.filter(event -> event.status() != FakeScheduledEvent.SCHEDULED)
                        .isPresent()) {
            errors.add(
                    "scheduled_start_time",
                    "GUILD_SCHEDULED_EVENT_STARTED",
                    "Cannot update start time of an event that has started.");
        }
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            errors.add(
                    "scheduled_end_time",
                    "GUILD_SCHEDULED_EVENT_END_BEFORE_START",
                    "Cannot schedule event to end before it starts.");
        }
        if (end.filter(now::isAfter).isPresent()) {
            errors.add("scheduled_end_time", "GUILD_SCHEDULED_EVENT_END_PAST", "Cannot end event in the past.");
        }
    }

    private Optional<Instant> moment(String field) {
        if (!body.hasNonNull(field)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(body.path(field).asText()).toInstant());
        } catch (DateTimeException e) {
            errors.add(field, "DATE_TIME_TYPE_PARSE", "Could not parse as a datetime.");
            return Optional.empty();
        }
    }

    private void checkStatus(FakeScheduledEvent before) {
        var isAllowed = switch (body.path("status").asInt(before.status())) {
            case FakeScheduledEvent.ACTIVE, FakeScheduledEvent.CANCELED ->
                before.status() == FakeScheduledEvent.SCHEDULED;
            case FakeScheduledEvent.COMPLETED -> before.status() == FakeScheduledEvent.ACTIVE;
            default -> before.isOpen();
        };
        if (!before.isOpen() || (!isAllowed && body.hasNonNull("status"))) {
            throw DiscordApiException.of(400, 180000, "Cannot modify a finished event");
        }
    }

    private Optional<GuildImage> cover() {
        var cover = body.hasNonNull("image")
                ? ImageData.read("image", body.path("image"), errors)
                : Optional.<GuildImage>empty();
        errors.throwIfAny();
        return cover;
    }
}
