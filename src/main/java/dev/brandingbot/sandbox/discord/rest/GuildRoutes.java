package dev.brandingbot.sandbox.discord.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.sandbox.discord.gateway.GuildUpdater;
import dev.brandingbot.sandbox.discord.model.ChannelJson;
import dev.brandingbot.sandbox.discord.model.DiscordApiException;
import dev.brandingbot.sandbox.discord.model.FakeGuildState;
import dev.brandingbot.sandbox.discord.model.FormErrors;
import dev.brandingbot.sandbox.discord.model.GuildImage;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.model.GuildView;
import dev.brandingbot.sandbox.discord.model.SnowflakeParser;
import dev.brandingbot.sandbox.discord.validation.ImageData;
import dev.brandingbot.sandbox.server.FakeHttpServer;
import dev.brandingbot.sandbox.server.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;

/** The routes for the guild and the bot: {@code /guilds}, {@code /users/@me}, {@code /applications/@me}. */
public final class GuildRoutes {
    private static final int MAX_REASON_LENGTH = 512;

    private final FakeGuildState guild;
    private final GuildJson json;
    private final ChannelJson channels;
    private final GuildUpdater changes;

    public GuildRoutes(FakeGuildState guild, GuildUpdater changes) {
        this.guild = guild;
        this.json = new GuildJson(guild);
        this.channels = new ChannelJson(guild);
        this.changes = changes;
    }

    public void addTo(RoutesConfig routes, String base) {
        routes.get(base + "/users/@me", request -> FakeHttpServer.respond(request, 200, json.self()));
        routes.get(base + "/users/@me/guilds", request -> FakeHttpServer.respond(request, 200, guilds()));
        routes.get(base + "/applications/@me", request -> FakeHttpServer.respond(request, 200, json.application()));
        routes.get(
                base + "/oauth2/applications/@me", request -> FakeHttpServer.respond(request, 200, json.application()));
        routes.get(base + "/guilds/{guild}", this::show);
        routes.patch(base + "/guilds/{guild}", this::modify);
        routes.get(base + "/guilds/{guild}/channels", this::channels);
        routes.get(base + "/guilds/{guild}/roles", this::roles);
        routes.get(base + "/guilds/{guild}/members/{member}", this::member);
        routes.get(base + "/channels/{channel}", this::channel);
    }

    private JsonNode guilds() {
        var guilds = Json.array();
        if (guild.isBotMember()) {
            guilds.add(json.guild());
        }
        return guilds;
    }

    private void show(Context request) {
        checkGuild(guild, request);
        var shown = json.guild();
        if ("true".equals(request.queryParam("with_counts"))) {
            shown.put("approximate_member_count", 4).put("approximate_presence_count", 1);
        }
        FakeHttpServer.respond(request, 200, shown);
    }

    private void channels(Context request) {
        checkGuild(guild, request);
        var visible = guild.channels().stream().filter(guild::isVisibleToBot).toList();
        FakeHttpServer.respond(request, 200, GuildJson.array(visible, channels::full));
    }

    private void roles(Context request) {
        checkGuild(guild, request);
        FakeHttpServer.respond(request, 200, GuildJson.array(guild.roles(), json::role));
    }

    private void member(Context request) {
        checkGuild(guild, request);
        var id = request.pathParam("member");
        try {
            var member = id.equals("@me") ? guild.bot() : guild.member(SnowflakeParser.parse(id));
            FakeHttpServer.respond(request, 200, json.member(member));
        } catch (IllegalArgumentException e) {
            throw DiscordApiException.of(404, 10007, "Unknown Member");
        }
    }

    private void channel(Context request) {
        var channel = guild.channel(SnowflakeParser.parse(request.pathParam("channel")))
                .filter(known -> guild.isBotMember())
                .orElseThrow(DiscordApiException::unknownChannel);
        if (!guild.isVisibleToBot(channel)) {
            throw DiscordApiException.missingAccess();
        }
        FakeHttpServer.respond(request, 200, channels.full(channel));
    }

    private void modify(Context request) {
        checkGuild(guild, request);
        if (!guild.permissions(guild.bot()).contains(Permission.MANAGE_SERVER)) {
            throw DiscordApiException.missingPermissions();
        }
        var reason = reason(request);
        var errors = new FormErrors();
        var body = FakeHttpServer.body(request);
        var answer = changes.updateByBot(before -> modified(before, body, errors), reason);
        FakeHttpServer.respond(request, 200, answer);
    }

    private static GuildView modified(GuildView before, JsonNode body, FormErrors errors) {
        if (body.has("name")) {
            errors.checkLength("name", body.path("name"), 2, 100);
        }
        var icon = image("icon", body, before.icon(), errors);
        var banner = image("banner", body, before.banner(), errors);
        errors.throwIfAny();
        checkFeature(before.features(), body, "icon", icon, "ANIMATED_ICON");
        checkFeature(before.features(), body, "banner", banner, "ANIMATED_BANNER");
        if (body.hasNonNull("banner") && !before.features().contains("BANNER")) {
            throw DiscordApiException.needsBoosts();
        }
        return new GuildView(before.id(), body.path("name").asText(before.name()), before.features(), icon, banner);
    }

    private static Optional<GuildImage> image(
            String field, JsonNode body, Optional<GuildImage> before, FormErrors errors) {
        if (!body.has(field)) {
            return before;
        }
        return body.path(field).isNull() ? Optional.empty() : ImageData.read(field, body.path(field), errors);
    }

    private static void checkFeature(
            Set<String> features, JsonNode body, String field, Optional<GuildImage> image, String feature) {
        if (body.hasNonNull(field) && image.filter(GuildImage::isAnimated).isPresent() && !features.contains(feature)) {
            throw DiscordApiException.needsBoosts();
        }
    }

    private static Optional<String> reason(Context request) {
        var reason = Optional.ofNullable(request.header("X-Audit-Log-Reason"))
                .map(encoded -> URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        if (reason.filter(text -> text.isEmpty() || text.length() > MAX_REASON_LENGTH)
                .isPresent()) {
            var errors = new FormErrors();
            errors.addLengthError("x-audit-log-reason", 1, MAX_REASON_LENGTH);
            errors.throwIfAny();
        }
        return reason;
    }

    static void checkGuild(FakeGuildState guild, Context request) {
        if (SnowflakeParser.parse(request.pathParam("guild")) != guild.id()) {
            throw DiscordApiException.unknownGuild();
        }
        if (!guild.isBotMember()) {
            throw DiscordApiException.missingAccess();
        }
    }
}
