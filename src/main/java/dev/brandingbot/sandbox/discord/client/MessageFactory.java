package dev.brandingbot.sandbox.discord.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.model.FakeGuildState;
import dev.brandingbot.sandbox.discord.model.FakeMember;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.model.SnowflakeGenerator;
import dev.brandingbot.sandbox.server.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Creates messages from request bodies. */
public final class MessageFactory {
    private static final List<String> COPIED_FIELDS = List.of("content", "embeds", "components", "nonce");

    private final FakeGuildState guild;
    private final GuildJson json;
    private final MentionParser mentions;
    private final SnowflakeGenerator snowflakes;
    private final Clock clock;

    public MessageFactory(FakeGuildState guild, SnowflakeGenerator snowflakes, Clock clock) {
        this.guild = guild;
        this.json = new GuildJson(guild);
        this.mentions = new MentionParser(guild);
        this.snowflakes = snowflakes;
        this.clock = clock;
    }

    FakeMessage create(long channelId, FakeMember author, JsonNode body, List<FakeMessage.File> files) {
        var message = Json.object();
        message.put("id", GuildJson.id(snowflakes.next())).put("channel_id", GuildJson.id(channelId));
        message.put("type", 0)
                .put("content", "")
                .put("timestamp", clock.instant().toString());
        message.putNull("edited_timestamp").put("tts", false).put("pinned", false);
        message.put("flags", body.path("flags").asInt());
        message.set("author", json.user(author));
        for (var list : List.of("embeds", "components", "attachments")) {
            message.set(list, Json.array());
        }
        return finished(message, author, body, files);
    }

    FakeMessage edit(FakeMessage before, JsonNode body, List<FakeMessage.File> files) {
        var message =
                before.copyOfJson().put("edited_timestamp", clock.instant().toString());
        var kept = body.has("attachments") ? kept(before, body.path("attachments")) : before.files();
        if (body.has("attachments")) {
            message.set("attachments", Json.array());
        }
        var all = new ArrayList<>(kept);
        all.addAll(files);
        var author = guild.member(before.authorId());
        return finished(message, author, body, all);
    }

    private FakeMessage finished(ObjectNode message, FakeMember author, JsonNode body, List<FakeMessage.File> files) {
        COPIED_FIELDS.stream()
                .filter(body::hasNonNull)
                .forEach(field -> message.set(field, body.get(field).deepCopy()));
        message.path("embeds").forEach(embed -> ((ObjectNode) embed).put("type", "rich"));
        var attachments = attachments(message, files);
        message.set("attachments", attachments);
        message.path("embeds").forEach(embed -> resolveReferences(attachments, embed));
        mentions.addTo(message, author, body.path("allowed_mentions"));
        return new FakeMessage(message, files);
    }

    /** Replaces a reference to an attachment by the URL of the file, as Discord does. */
    private static void resolveReferences(ArrayNode attachments, JsonNode embed) {
        for (var part : List.of("image", "thumbnail")) {
            for (var attachment : attachments) {
                var reference = "attachment://" + attachment.path("filename").asText();
                if (embed.path(part).path("url").asText().equals(reference)) {
                    ((ObjectNode) embed.path(part))
                            .put("url", attachment.path("url").asText());
                }
            }
        }
    }

    private static List<FakeMessage.File> kept(FakeMessage before, JsonNode attachments) {
        var names = new ArrayList<String>();
        var ids = new ArrayList<String>();
        attachments.forEach(attachment -> ids.add(attachment.path("id").asText()));
        before.json().path("attachments").forEach(attachment -> {
            if (ids.contains(attachment.path("id").asText())) {
                names.add(attachment.path("filename").asText());
            }
        });
        return before.files().stream()
                .filter(file -> names.contains(file.name()))
                .toList();
    }

    private ArrayNode attachments(ObjectNode message, List<FakeMessage.File> files) {
        var attachments = Json.array();
        for (var file : files) {
            var id = GuildJson.id(snowflakes.next());
            var url = "https://cdn.discordapp.com/attachments/"
                    + message.path("channel_id").asText() + "/" + id + "/" + file.name();
            attachments.add(Json.object()
                    .put("id", id)
                    .put("filename", file.name())
                    .put("content_type", file.contentType())
                    .put("size", file.size())
                    .put("url", url)
                    .put("proxy_url", url));
        }
        return attachments;
    }
}
