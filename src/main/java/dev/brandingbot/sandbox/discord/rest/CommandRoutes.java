package dev.brandingbot.sandbox.discord.rest;

import dev.brandingbot.sandbox.discord.client.CommandStore;
import dev.brandingbot.sandbox.discord.model.DiscordApiException;
import dev.brandingbot.sandbox.discord.model.FakeGuildState;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.model.SnowflakeParser;
import dev.brandingbot.sandbox.server.FakeHttpServer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The routes for the bot's commands in the guild: {@code /applications/{application}/guilds/{guild}/commands}. */
public final class CommandRoutes {
    private final FakeGuildState guild;
    private final CommandStore commands;

    public CommandRoutes(FakeGuildState guild, CommandStore commands) {
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
        FakeHttpServer.respond(request, 200, GuildJson.array(commands.commands(), command -> command));
    }

    private void upsert(Context request) {
        check(request);
        var definition = FakeHttpServer.body(request);
        var isNew = commands.find(definition.path("name").asText()).isEmpty();
        FakeHttpServer.respond(request, isNew ? 201 : 200, commands.upsert(definition));
    }

    private void replace(Context request) {
        check(request);
        var replaced = commands.replace(FakeHttpServer.body(request));
        FakeHttpServer.respond(request, 200, GuildJson.array(replaced, command -> command));
    }

    private void show(Context request) {
        check(request);
        FakeHttpServer.respond(request, 200, commands.get(id(request)));
    }

    private void edit(Context request) {
        check(request);
        FakeHttpServer.respond(request, 200, commands.edit(id(request), FakeHttpServer.body(request)));
    }

    private void delete(Context request) {
        check(request);
        commands.delete(id(request));
        request.status(204);
    }

    private static long id(Context request) {
        return SnowflakeParser.parse(request.pathParam("command"));
    }

    private void check(Context request) {
        if (SnowflakeParser.parse(request.pathParam("application"))
                != guild.bot().id()) {
            throw DiscordApiException.of(
                    403, 20012, "You are not authorized to perform this action on this application");
        }
        GuildRoutes.checkGuild(guild, request);
    }
}
