package dev.brandingbot.sandbox.discord.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.model.DiscordException;
import dev.brandingbot.sandbox.discord.model.Guild;
import dev.brandingbot.sandbox.discord.model.GuildEvent;
import dev.brandingbot.sandbox.discord.model.GuildEvents;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.model.Ids;
import dev.brandingbot.sandbox.discord.model.Snowflakes;
import dev.brandingbot.sandbox.discord.validation.GuildEventCheck;
import dev.brandingbot.sandbox.server.StandInServer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;

/** Scheduled events: {@code /guilds/{guild}/scheduled-events}. */
public final class GuildEventRoutes {
    private static final int MOST_EVENTS = 100;

    private final Guild guild;
    private final GuildEvents events;
    private final Snowflakes snowflakes;
    private final Clock clock;

    public GuildEventRoutes(Guild guild, GuildEvents events, Snowflakes snowflakes, Clock clock) {
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
        StandInServer.answer(request, 200, GuildJson.array(events.open(), events::json));
    }

    private void create(Context request) {
        GuildRoutes.checkGuild(guild, request);
        require(Permission.CREATE_SCHEDULED_EVENTS);
        var body = StandInServer.body(request);
        var cover = GuildEventCheck.created(body, clock.instant());
        if (events.open().size() >= MOST_EVENTS) {
            throw DiscordException.of(400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)");
        }
        var blank = new GuildEvent(
                snowflakes.next(),
                guild.bot().id(),
                "",
                "",
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                GuildEvent.SCHEDULED,
                Optional.empty());
        answer(request, blank.with((ObjectNode) body, cover));
    }

    private void show(Context request) {
        StandInServer.answer(request, 200, events.json(event(request)));
    }

    private void change(Context request) {
        var before = owned(request);
        var body = StandInServer.body(request);
        var cover = GuildEventCheck.changed(body, before, clock.instant());
        answer(request, before.with((ObjectNode) body, cover));
    }

    private void delete(Context request) {
        events.remove(owned(request).id());
        request.status(204);
    }

    private void answer(Context request, GuildEvent event) {
        events.put(event);
        StandInServer.answer(request, 200, events.json(event));
    }

    private GuildEvent event(Context request) {
        GuildRoutes.checkGuild(guild, request);
        return events.find(Ids.parse(request.pathParam("event")))
                .orElseThrow(() -> DiscordException.of(404, 10070, "Unknown Guild Scheduled Event"));
    }

    /** Its maker needs less to change an event than others do. */
    private GuildEvent owned(Context request) {
        var event = event(request);
        if (event.creatorId() != guild.bot().id() || !allows(Permission.CREATE_SCHEDULED_EVENTS)) {
            require(Permission.MANAGE_EVENTS);
        }
        return event;
    }

    private void require(Permission permission) {
        if (!allows(permission)) {
            throw DiscordException.missingPermissions();
        }
    }

    private boolean allows(Permission permission) {
        return guild.permissions(guild.bot()).contains(permission);
    }
}
