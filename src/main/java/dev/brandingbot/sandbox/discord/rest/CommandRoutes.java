package dev.brandingbot.sandbox.discord.rest;

import dev.brandingbot.sandbox.discord.client.Commands;
import dev.brandingbot.sandbox.discord.model.DiscordException;
import dev.brandingbot.sandbox.discord.model.Guild;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.model.Ids;
import dev.brandingbot.sandbox.server.StandInServer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The bot's commands in the guild: {@code /applications/{application}/guilds/{guild}/commands}. */
public final class CommandRoutes {
    private final Guild guild;
    private final Commands commands;

    public CommandRoutes(Guild guild, Commands commands) {
        this.guild = guild;
        this.commands = commands;
    }

    public void addTo(RoutesConfig routes, String base) {
        var all = base + "/applications/{application}/guilds/{guild}/commands";
        routes.get(all, this::list);
        routes.post(all, this::upsert);
        routes.put(all, this::replace);
        routes.get(all + "/{command}", this::show);
        routes.patch(all + "/{command}", this::edit);
        routes.delete(all + "/{command}", this::delete);
    }

    private void list(Context request) {
        check(request);
        StandInServer.answer(request, 200, GuildJson.array(commands.all(), command -> command));
    }

    private void upsert(Context request) {
        check(request);
        var definition = StandInServer.body(request);
        var isNew = commands.named(definition.path("name").asText()).isEmpty();
        StandInServer.answer(request, isNew ? 201 : 200, commands.upsert(definition));
    }

    private void replace(Context request) {
        check(request);
        var replaced = commands.replace(StandInServer.body(request));
        StandInServer.answer(request, 200, GuildJson.array(replaced, command -> command));
    }

    private void show(Context request) {
        check(request);
        StandInServer.answer(request, 200, commands.withId(id(request)));
    }

    private void edit(Context request) {
        check(request);
        StandInServer.answer(request, 200, commands.edit(id(request), StandInServer.body(request)));
    }

    private void delete(Context request) {
        check(request);
        commands.delete(id(request));
        request.status(204);
    }

    private static long id(Context request) {
        return Ids.parse(request.pathParam("command"));
    }

    private void check(Context request) {
        if (Ids.parse(request.pathParam("application")) != guild.bot().id()) {
            throw DiscordException.of(403, 20012, "You are not authorized to perform this action on this application");
        }
        GuildRoutes.checkGuild(guild, request);
    }
}
