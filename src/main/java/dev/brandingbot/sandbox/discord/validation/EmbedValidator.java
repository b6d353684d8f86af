package dev.brandingbot.sandbox.discord.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.sandbox.discord.model.FormErrors;
import java.util.stream.Stream;

/** Validates the embeds of a message against Discord's limits. */
final class EmbedValidator {
    private static final int MAX_EMBEDS = 10;
    private static final int MAX_FIELDS = 25;
    private static final int MAX_TITLE_LENGTH = 256;
    private static final int MAX_DESCRIPTION_LENGTH = 4_096;
    private static final int MAX_VALUE_LENGTH = 1_024;
    private static final int MAX_FOOTER_LENGTH = 2_048;
    private static final int MAX_TOTAL_LENGTH = 6_000;

    private final FormErrors errors;

    EmbedValidator(FormErrors errors) {
        this.errors = errors;
    }

    void check(JsonNode embeds) {
        if (embeds.size() > MAX_EMBEDS) {
            errors.add("embeds", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
        }
        var total = 0;
        for (var i = 0; i < embeds.size(); i++) {
            checkEmbed("embeds." + i, embeds.get(i));
            total += length(embeds.get(i));
        }
        if (total > MAX_TOTAL_LENGTH) {
            errors.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
        }
    }

    private void checkEmbed(String path, JsonNode embed) {
        errors.checkLength(path + ".title", embed.path("title"), 0, MAX_TITLE_LENGTH);
        errors.checkLength(path + ".description", embed.path("description"), 0, MAX_DESCRIPTION_LENGTH);
        errors.checkLength(path + ".footer.text", embed.path("footer").path("text"), 0, MAX_FOOTER_LENGTH);
        errors.checkLength(path + ".author.name", embed.path("author").path("name"), 0, MAX_TITLE_LENGTH);
        for (var part : new String[] {"image", "thumbnail"}) {
            checkUrl(path + "." + part + ".url", embed.path(part).path("url"));
        }
        checkUrl(path + ".url", embed.path("url"));
        checkFields(path + ".fields", embed.path("fields"));
        if (length(embed) == 0 && !embed.has("image") && !embed.has("thumbnail")) {
            errors.addRequired(path + ".description");
        }
    }

    private void checkFields(String path, JsonNode fields) {
        if (fields.size() > MAX_FIELDS) {
            errors.add(path, "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
        }
        for (var i = 0; i < fields.size(); i++) {
            errors.checkLength(path + "." + i + ".name", fields.get(i).path("name"), 1, MAX_TITLE_LENGTH);
            errors.checkLength(path + "." + i + ".value", fields.get(i).path("value"), 1, MAX_VALUE_LENGTH);
        }
    }

    private void checkUrl(String path, JsonNode url) {
        if (url.isTextual() && !url.asText().matches("(https?|attachment)://.+")) {
            errors.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        }
    }

    /** Returns the number of characters that count toward the limit for the whole message. */
    private static int length(JsonNode embed) {
        var fields = embed.path("fields").findValues("name").stream();
        var values = embed.path("fields").findValues("value").stream();
        var others = Stream.of(
                embed.path("title"),
                embed.path("description"),
                embed.path("footer").path("text"),
                embed.path("author").path("name"));
        return Stream.of(fields, values, others)
                .flatMap(texts -> texts)
                .map(text -> text.asText(""))
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .sum();
    }
}
