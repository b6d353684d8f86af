package dev.brandingbot.sandbox.discord.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.model.DiscordApiException;
import dev.brandingbot.sandbox.discord.model.FakeGuildState;
import dev.brandingbot.sandbox.discord.model.FakeScheduledEvent;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.model.ScheduledEventStore;
import dev.brandingbot.sandbox.discord.model.SnowflakeGenerator;
import dev.brandingbot.sandbox.discord.model.SnowflakeParser;
import dev.brandingbot.sandbox.discord.validation.ScheduledEventValidator;
import dev.brandingbot.sandbox.server.FakeHttpServer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;

/** The routes for scheduled events: {@code /guilds/{guild}/scheduled-events}. */
public final class ScheduledEventRoutes {
    private static final int MAX_EVENTS = 100;

    private final FakeGuildState guild;
    private final ScheduledEventStore events;
    private final SnowflakeGenerator snowflakes;
    private final Clock clock;

    public ScheduledEventRoutes(
            FakeGuildState guild, ScheduledEventStore events, SnowflakeGenerator snowflakes, Clock clock) {
        this.guild = guild;
        this.events = events;
        this.snowflakes = snowflakes;
        this.clock = clock;
    }

    public void addTo(RoutesConfig routes, String base) {
        var all = base + "/guilds/{guild}/scheduled-events";
        routes.get(all, this::list);
        routes.post(all, this::create);
        routes.get(all + "/{event}", this::show);
        routes.patch(all + "/{event}", this::change);
        routes.delete(all + "/{event}", this::delete);
    }

    private void list(Context request) {
        GuildRoutes.checkGuild(guild, request);
        FakeHttpServer.respond(request, 200, GuildJson.array(events.openEvents(), events::json));
    }

    private void create(Context request) {
        GuildRoutes.checkGuild(guild, request);
        require(Permission.CREATE_SCHEDULED_EVENTS);
        var body = FakeHttpServer.body(request);
        var cover = ScheduledEventValidator.validateNew(body, clock.instant());
        if (events.openEvents().size() >= MAX_EVENTS) {
            throw DiscordApiException.of(
                    400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)");
        }
        var blank = new FakeScheduledEvent(
                snowflakes.next(),
                guild.bot().id(),
                "",
                "",
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                FakeScheduledEvent.SCHEDULED,
                Optional.empty());
        answer(request, blank.with((ObjectNode) body, cover));
    }

    private void show(Context request) {
        FakeHttpServer.respond(request, 200, events.json(event(request)));
    }

    private void change(Context request) {
        var before = owned(request);
        var body = FakeHttpServer.body(request);
        var cover = ScheduledEventValidator.validateChange(body, before, clock.instant());
        answer(request, before.with((ObjectNode) body, cover));
    }

    private void delete(Context request) {
        events.remove(owned(request).id());
        request.status(204);
    }

    private void answer(Context request, FakeScheduledEvent event) {
        events.put(event);
        FakeHttpServer.respond(request, 200, events.json(event));
    }

    private FakeScheduledEvent event(Context request) {
        GuildRoutes.checkGuild(guild, request);
        return events.find(SnowflakeParser.parse(request.pathParam("event")))
                .orElseThrow(() -> DiscordApiException.of(404, 10070, "Unknown Guild Scheduled Event"));
    }

    /** The creator of an event may change it without Manage Events. */
    private FakeScheduledEvent owned(Context request) {
        var event = event(request);
        if (event.creatorId() != guild.bot().id() || !allows(Permission.CREATE_SCHEDULED_EVENTS)) {
            require(Permission.MANAGE_EVENTS);
        }
        return event;
    }

    private void require(Permission permission) {
        if (!allows(permission)) {
            throw DiscordApiException.missingPermissions();
        }
    }

    private boolean allows(Permission permission) {
        return guild.permissions(guild.bot()).contains(permission);
    }
}
