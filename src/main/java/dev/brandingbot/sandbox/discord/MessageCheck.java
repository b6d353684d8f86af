package dev.brandingbot.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;

/** Checks the body of a message against Discord's limits. */
final class MessageCheck {
    private static final int LONGEST_CONTENT = 2_000;
    private static final int LONGEST_NONCE = 25;
    private static final int MOST_FILES = 10;

    private final JsonNode body;
    private final int files;
    private final FormErrors errors = new FormErrors();

    private MessageCheck(JsonNode body, int files) {
        this.body = body;
        this.files = files;
    }

    /** Refuses a new message that Discord would not take. */
    static void created(JsonNode body, int files) {
        var check = new MessageCheck(body, files);
        check.checkLimits();
        if (check.isEmpty()) {
            throw DiscordException.of(400, 50006, "Cannot send an empty message");
        }
    }

    /** Refuses an edit that Discord would not take; what the body does not name stays as it is. */
    static void edited(JsonNode body, int files) {
        new MessageCheck(body, files).checkLimits();
    }

    private void checkLimits() {
        if (!body.isObject()) {
            throw DiscordException.of(400, 50109, "The request body contains invalid JSON.");
        }
        errors.checkLength("content", body.path("content"), 0, LONGEST_CONTENT);
        if (!body.path("nonce").isIntegralNumber()) {
            errors.checkLength("nonce", body.path("nonce"), 0, LONGEST_NONCE);
        }
        if (files > MOST_FILES) {
            errors.add("attachments", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
        }
        new EmbedCheck(errors).check(body.path("embeds"));
        new ComponentCheck(errors).check(body.path("components"));
        errors.throwIfAny();
    }

    private boolean isEmpty() {
        return body.path("content").asText("").isBlank()
                && body.path("embeds").isEmpty()
                && body.path("components").isEmpty()
                && files == 0;
    }
}
