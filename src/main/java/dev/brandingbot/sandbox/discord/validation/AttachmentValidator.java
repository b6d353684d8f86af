package dev.brandingbot.sandbox.discord.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import dev.brandingbot.sandbox.discord.model.FormErrors;
import dev.brandingbot.sandbox.discord.model.Uploads;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Validates the attachments of a message, and the references of its embeds to them. */
final class AttachmentValidator {
    private static final int MAX_FILES = 10;
    private static final String REFERENCE = "attachment://";

    /** The only file names that embeds can refer to. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.-]+");

    private final FormErrors errors;

    AttachmentValidator(FormErrors errors) {
        this.errors = errors;
    }

    /**
     * Validates a message.
     *
     * @param body the body of the request
     * @param uploads the uploaded files
     * @param before the edited message; empty for a new one
     */
    void check(JsonNode body, Uploads uploads, Optional<FakeMessage> before) {
        var isListed = body.has("attachments");
        var kept = before.map(message -> kept(message, body)).orElse(List.of());
        var ids = new HashSet<>(ids(body));
        var known = new HashSet<>(
                kept.stream().map(file -> file.path("id").asText()).toList());
        uploads.files().keySet().forEach(number -> known.add(number.toString()));
        if (isListed && !known.equals(ids)) {
            errors.add("attachments", "ATTACHMENT_NOT_FOUND", "Attachment data does not match the uploaded files.");
        }
        if (kept.size() + uploads.files().size() > MAX_FILES) {
            errors.add("attachments", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
        }
        checkReferences(body.path("embeds"), names(uploads, kept));
    }

    /** Without a list, an edit keeps all attachments. */
    private static List<JsonNode> kept(FakeMessage before, JsonNode body) {
        var wanted = ids(body);
        return elements(before.json().path("attachments"))
                .filter(file -> !body.has("attachments")
                        || wanted.contains(file.path("id").asText()))
                .toList();
    }

    private static Set<String> names(Uploads uploads, List<JsonNode> kept) {
        var names = new HashSet<String>();
        uploads.files().values().forEach(file -> names.add(file.name()));
        kept.forEach(file -> names.add(file.path("filename").asText()));
        return names;
    }

    private void checkReferences(JsonNode embeds, Set<String> names) {
        for (var i = 0; i < embeds.size(); i++) {
            var embed = embeds.get(i);
            for (var path : List.of("image.url", "thumbnail.url", "footer.icon_url", "author.icon_url")) {
                var url = embed.at("/" + path.replace('.', '/')).asText();
                if (url.startsWith(REFERENCE) && !isAmong(names, url.substring(REFERENCE.length()))) {
                    errors.add(
                            "embeds." + i + "." + path,
                            "ATTACHMENT_NOT_FOUND",
                            "The referenced attachment was not found");
                }
            }
        }
    }

    private static boolean isAmong(Set<String> names, String name) {
        return PLAIN_NAME.matcher(name).matches() && names.contains(name);
    }

    private static List<String> ids(JsonNode body) {
        return elements(body.path("attachments"))
                .map(attachment -> attachment.path("id").asText())
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
