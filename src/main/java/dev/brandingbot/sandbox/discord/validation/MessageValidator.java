package dev.brandingbot.sandbox.discord.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.sandbox.discord.model.DiscordApiException;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import dev.brandingbot.sandbox.discord.model.FormErrors;
import dev.brandingbot.sandbox.discord.model.Uploads;
import java.util.Optional;

/** Validates the body of a message against Discord's limits. */
public final class MessageValidator {
    private static final int MAX_CONTENT_LENGTH = 2_000;
    private static final int MAX_NONCE_LENGTH = 25;

    private final JsonNode body;
    private final Uploads uploads;
    private final FormErrors errors = new FormErrors();

    private MessageValidator(JsonNode body, Uploads uploads) {
        this.body = body;
        this.uploads = uploads;
    }

    /**
     * Validates a new message.
     *
     * @throws DiscordApiException if Discord would reject it
     */
    public static void validateNew(JsonNode body, Uploads uploads) {
        var check = new MessageValidator(body, uploads);
        check.checkLimits(Optional.empty());
        if (check.isEmpty()) {
            throw DiscordApiException.of(400, 50006, "Cannot send an empty message");
        }
    }

    /**
     * Validates an edit. Fields that the body does not contain are unchanged.
     *
     * @throws DiscordApiException if Discord would reject it
     */
    public static void validateEdit(FakeMessage before, JsonNode body, Uploads uploads) {
        new MessageValidator(body, uploads).checkLimits(Optional.of(before));
    }

    private void checkLimits(Optional<FakeMessage> before) {
        if (!body.isObject()) {
            throw DiscordApiException.of(400, 50109, "The request body contains invalid JSON.");
        }
        errors.checkLength("content", body.path("content"), 0, MAX_CONTENT_LENGTH);
        if (!body.path("nonce").isIntegralNumber()) {
            errors.checkLength("nonce", body.path("nonce"), 0, MAX_NONCE_LENGTH);
        }
        new AttachmentValidator(errors).check(body, uploads, before);
        new EmbedValidator(errors).check(body.path("embeds"));
        new ComponentValidator(errors).check(body.path("components"));
        errors.throwIfAny();
    }

    private boolean isEmpty() {
        return body.path("content").asText("").isBlank()
                && body.path("embeds").isEmpty()
                && body.path("components").isEmpty()
                && uploads.files().isEmpty();
    }
}
