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

/** Checks what a message's body says of its files: which there are, and which of them its embeds show. */
final class AttachmentValidator {
    private static final int MOST_FILES = 10;
    private static final String REFERENCE = "attachment://";

    /** Embeds find files with such names only. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.-]+");

    private final FormErrors errors;

    AttachmentValidator(FormErrors errors) {
        this.errors = errors;
    }

    /**
     * @param uploads the files that come with the body
     * @param before the message that is edited, if it is an edit
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
        if (kept.size() + uploads.files().size() > MOST_FILES) {
            errors.add("attachments", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
        }
        checkReferences(body.path("embeds"), names(uploads, kept));
    }

    /** Without a list, an edit keeps all that is there. */
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
