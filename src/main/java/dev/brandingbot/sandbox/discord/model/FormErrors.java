package dev.brandingbot.sandbox.discord.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.server.Json;

/** Collects the errors of a request body by field, in the format of Discord. */
public final class FormErrors {
    private final ObjectNode errors = Json.object();

    /** Adds an error about a field with a path like {@code embeds.0.title}. */
    public void add(String path, String code, String message) {
        var node = errors;
        for (var step : path.split("\\.", -1)) {
            node = node.withObjectProperty(step);
        }
        node.withArrayProperty("_errors").add(Json.object().put("code", code).put("message", message));
    }

    /** Adds an error if a text does not have {@code min} to {@code max} characters. A missing text counts as empty. */
    public void checkLength(String path, JsonNode text, int min, int max) {
        var length = text.asText("").codePointCount(0, text.asText("").length());
        if (text.isMissingNode() || text.isNull() || length == 0) {
            if (min > 0) {
                addRequired(path);
            }
        } else if (!text.isTextual()) {
            add(path, "BASE_TYPE_STRING", "Could not interpret \"" + text + "\" as string.");
        } else if (length < min || length > max) {
            addLengthError(path, min, max);
        }
    }

    public void addRequired(String path) {
        add(path, "BASE_TYPE_REQUIRED", "This field is required");
    }

    public void addLengthError(String path, int min, int max) {
        if (min <= 1) {
            add(path, "BASE_TYPE_MAX_LENGTH", "Must be " + max + " or fewer in length.");
        } else {
            add(path, "BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.");
        }
    }

    /** Returns the exception for a request with a single invalid field. */
    public static DiscordApiException exception(String path, String code, String message) {
        var errors = new FormErrors();
        errors.add(path, code, message);
        return DiscordApiException.invalidForm(errors.errors);
    }

    /**
     * Rejects the request if there are errors.
     *
     * @throws DiscordApiException with all errors
     */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw DiscordApiException.invalidForm(errors);
        }
    }
}
