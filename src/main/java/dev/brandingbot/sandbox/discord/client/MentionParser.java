package dev.brandingbot.sandbox.discord.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.model.FakeGuildState;
import dev.brandingbot.sandbox.discord.model.FakeMember;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.server.Json;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import net.dv8tion.jda.api.Permission;

/** Determines whom a message pings: everyone that its text mentions, unless {@code allowed_mentions} excludes them. */
final class MentionParser {
    private static final Pattern USER = Pattern.compile("<@!?(\\d+)>");
    private static final Pattern ROLE = Pattern.compile("<@&(\\d+)>");
    private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)");

    private final FakeGuildState guild;
    private final GuildJson json;

    MentionParser(FakeGuildState guild) {
        this.guild = guild;
        this.json = new GuildJson(guild);
    }

    /** Sets the three fields of a message that list whom it pings. */
    void addTo(ObjectNode message, FakeMember author, JsonNode allowed) {
        var text = message.path("content").asText();
        var mayPingAll = guild.permissions(author).contains(Permission.MESSAGE_MENTION_EVERYONE);
        message.put(
                "mention_everyone", EVERYONE.matcher(text).find() && isAllowed(allowed, "everyone", "") && mayPingAll);
        var users = Json.array();
        USER.matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .filter(id -> isAllowed(allowed, "users", id))
                .forEach(id -> users.add(json.user(new FakeMember(Long.parseLong(id), id, Set.of()))));
        message.set("mentions", users);
        var roles = Json.array();
        ROLE.matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                // No role is mentionable by everyone.
                .filter(id -> mayPingAll && isAllowed(allowed, "roles", id))
                .forEach(roles::add);
        message.set("mention_roles", roles);
    }

    private static boolean isAllowed(JsonNode allowed, String kind, String id) {
        return !allowed.isObject() || contains(allowed.path("parse"), kind) || contains(allowed.path(kind), id);
    }

    private static boolean contains(JsonNode texts, String text) {
        return StreamSupport.stream(texts.spliterator(), false)
                .anyMatch(element -> element.asText().equals(text));
    }
}
