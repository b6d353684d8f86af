package dev.brandingbot.sandbox.discord.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.gateway.Gateway;
import dev.brandingbot.sandbox.discord.gateway.GatewayEvent;
import dev.brandingbot.sandbox.discord.model.ChannelJson;
import dev.brandingbot.sandbox.discord.model.Guild;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.model.Interaction;
import dev.brandingbot.sandbox.discord.model.Message;
import dev.brandingbot.sandbox.discord.model.Reply;
import dev.brandingbot.sandbox.discord.model.Snowflakes;
import dev.brandingbot.sandbox.server.Json;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sends what members do to the bot, and knows what is still to be answered. Guarded by the guild's lock. */
public final class Interactions {
    private static final int ATTACHMENT_SIZE_LIMIT = 10 << 20;

    private final Guild guild;
    private final GuildJson json;
    private final Gateway gateway;
    private final Messages messages;
    private final CommandLine commandLine;
    private final Snowflakes snowflakes;
    private final Clock clock;
    private final Map<String, Interaction> interactions = new HashMap<>();

    public Interactions(
            Guild guild,
            Gateway gateway,
            Messages messages,
            CommandLine commandLine,
            Snowflakes snowflakes,
            Clock clock) {
        this.guild = guild;
        this.json = new GuildJson(guild);
        this.gateway = gateway;
        this.messages = messages;
        this.commandLine = commandLine;
        this.snowflakes = snowflakes;
        this.clock = clock;
    }

    public CompletableFuture<Reply> invoke(SlashInvocation typed) {
        return send(typed, Interaction.Kind.COMMAND, Optional.empty());
    }

    public CompletableFuture<Reply> suggest(SlashInvocation typed, String option) {
        return send(typed, Interaction.Kind.AUTOCOMPLETE, Optional.of(option));
    }

    public CompletableFuture<Reply> click(long messageId, String customId, long memberId) {
        var message = messages.anywhere(messageId);
        var button = message.stream()
                .flatMap(shown -> shown.buttons().stream())
                .filter(candidate -> candidate.path("custom_id").asText().equals(customId))
                .findFirst();
        if (button.isEmpty() || button.get().path("disabled").asBoolean()) {
            return refused("There is no such button to click: " + customId);
        }
        var data = Json.object().put("custom_id", customId).put("component_type", 2);
        return send(Interaction.Kind.COMPONENT, memberId, message.get().channelId(), message, data);
    }

    /** The interaction with this token; one that the bot was told of less than 15 minutes ago. */
    public Optional<Interaction> withToken(String token) {
        synchronized (guild) {
            return Optional.ofNullable(interactions.get(token));
        }
    }

    private CompletableFuture<Reply> send(SlashInvocation typed, Interaction.Kind kind, Optional<String> focused) {
        ObjectNode data;
        try {
            data = commandLine.data(typed, focused);
        } catch (CommandRefusedException e) {
            return refused(e.getMessage());
        }
        return send(kind, typed.memberId(), typed.channelId(), Optional.empty(), data);
    }

    private CompletableFuture<Reply> send(
            Interaction.Kind kind, long memberId, long channelId, Optional<Message> source, JsonNode data) {
        synchronized (guild) {
            var channel = guild.channel(channelId)
                    .orElseThrow(() -> new IllegalArgumentException("The guild has no channel " + channelId));
            var interaction =
                    new Interaction(snowflakes.next(), kind, guild.member(memberId), channel, clock.instant(), source);
            interactions.values().removeIf(earlier -> earlier.isOver(clock.instant()));
            interactions.put(interaction.token(), interaction);
            if (!guild.isBotMember() || !gateway.dispatch(GatewayEvent.INTERACTION_CREATE, event(interaction, data))) {
                interaction.reply().complete(new Reply.NoResponse());
            }
            return interaction.reply();
        }
    }

    private ObjectNode event(Interaction interaction, JsonNode data) {
        var guildId = GuildJson.id(guild.id());
        var event = Json.object();
        event.put("version", 1).put("type", interaction.kind().type());
        event.put("id", GuildJson.id(interaction.id())).put("token", interaction.token());
        event.put("application_id", GuildJson.id(guild.bot().id())).put("guild_id", guildId);
        var shown = event.putObject("guild").put("id", guildId).put("locale", "en-US");
        shown.set("features", json.guild().get("features"));
        event.put("guild_locale", "en-US").put("locale", "en-US").put("context", 0);
        event.put("channel_id", GuildJson.id(interaction.channel().id()));
        event.set("channel", new ChannelJson(guild).full(interaction.channel()));
        var permissions = GuildJson.raw(guild.permissions(interaction.member()));
        event.set("member", json.member(interaction.member()).put("permissions", permissions));
        event.put("app_permissions", GuildJson.raw(guild.botPermissions(interaction.channel())));
        event.set("entitlements", Json.array());
        event.putObject("authorizing_integration_owners").put("0", guildId);
        event.put("attachment_size_limit", ATTACHMENT_SIZE_LIMIT);
        interaction.source().ifPresent(message -> event.set("message", message.json()));
        event.set("data", data);
        return event;
    }

    private static CompletableFuture<Reply> refused(@Nullable String reason) {
        return CompletableFuture.completedFuture(new Reply.Refused(String.valueOf(reason)));
    }
}
