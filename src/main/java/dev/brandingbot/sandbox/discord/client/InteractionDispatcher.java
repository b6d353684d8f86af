package dev.brandingbot.sandbox.discord.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.gateway.Gateway;
import dev.brandingbot.sandbox.discord.gateway.GatewayEvent;
import dev.brandingbot.sandbox.discord.model.ChannelJson;
import dev.brandingbot.sandbox.discord.model.FakeGuildState;
import dev.brandingbot.sandbox.discord.model.FakeInteraction;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.model.InteractionResult;
import dev.brandingbot.sandbox.discord.model.SnowflakeGenerator;
import dev.brandingbot.sandbox.server.Json;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sends interactions of members to the bot and tracks the unanswered ones. Guarded by the guild's lock. */
public final class InteractionDispatcher {
    private static final int ATTACHMENT_SIZE_LIMIT = 10 << 20;

    private final FakeGuildState guild;
    private final GuildJson json;
    private final Gateway gateway;
    private final MessageStore messages;
    private final CommandParser commandLine;
    private final SnowflakeGenerator snowflakes;
    private final Clock clock;
    private final Map<String, FakeInteraction> interactions = new HashMap<>();

    public InteractionDispatcher(
            FakeGuildState guild,
            Gateway gateway,
            MessageStore messages,
            CommandParser commandLine,
            SnowflakeGenerator snowflakes,
            Clock clock) {
        this.guild = guild;
        this.json = new GuildJson(guild);
        this.gateway = gateway;
        this.messages = messages;
        this.commandLine = commandLine;
        this.snowflakes = snowflakes;
        this.clock = clock;
    }

    public CompletableFuture<InteractionResult> invoke(SlashInvocation typed) {
        return send(typed, FakeInteraction.Kind.COMMAND, Optional.empty());
    }

    public CompletableFuture<InteractionResult> suggest(SlashInvocation typed, String option) {
        return send(typed, FakeInteraction.Kind.AUTOCOMPLETE, Optional.of(option));
    }

    public CompletableFuture<InteractionResult> click(long messageId, String customId, long memberId) {
        var message = messages.findAnywhere(messageId);
        var button = message.stream()
                .flatMap(shown -> shown.buttons().stream())
                .filter(candidate -> candidate.path("custom_id").asText().equals(customId))
                .findFirst();
        if (button.isEmpty() || button.get().path("disabled").asBoolean()) {
            return refused("There is no such button to click: " + customId);
        }
        var data = Json.object().put("custom_id", customId).put("component_type", 2);
        return send(FakeInteraction.Kind.COMPONENT, memberId, message.get().channelId(), message, data);
    }

    /** Returns the interaction with this token; empty if it was sent more than 15 minutes ago. */
    public Optional<FakeInteraction> find(String token) {
        synchronized (guild) {
            return Optional.ofNullable(interactions.get(token));
        }
    }

    private CompletableFuture<InteractionResult> send(
            SlashInvocation typed, FakeInteraction.Kind kind, Optional<String> focused) {
        ObjectNode data;
        try {
            data = commandLine.data(typed, focused);
        } catch (CommandRejectedException e) {
            return refused(e.getMessage());
        }
        return send(kind, typed.memberId(), typed.channelId(), Optional.empty(), data);
    }

    private CompletableFuture<InteractionResult> send(
            FakeInteraction.Kind kind, long memberId, long channelId, Optional<FakeMessage> source, JsonNode data) {
        synchronized (guild) {
            var channel = guild.channel(channelId)
                    .orElseThrow(() -> new IllegalArgumentException("The guild has no channel " + channelId));
            var interaction = new FakeInteraction(
                    snowflakes.next(), kind, guild.member(memberId), channel, clock.instant(), source);
            interactions.values().removeIf(earlier -> earlier.isExpired(clock.instant()));
            interactions.put(interaction.token(), interaction);
            if (!guild.isBotMember() || !gateway.dispatch(GatewayEvent.INTERACTION_CREATE, event(interaction, data))) {
                interaction.reply().complete(new InteractionResult.NoResponse());
            }
            return interaction.reply();
        }
    }

    private ObjectNode event(FakeInteraction interaction, JsonNode data) {
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
        var permissions = GuildJson.permissionBits(guild.permissions(interaction.member()));
        event.set("member", json.member(interaction.member()).put("permissions", permissions));
        event.put("app_permissions", GuildJson.permissionBits(guild.botPermissions(interaction.channel())));
        event.set("entitlements", Json.array());
        event.putObject("authorizing_integration_owners").put("0", guildId);
        event.put("attachment_size_limit", ATTACHMENT_SIZE_LIMIT);
        interaction.source().ifPresent(message -> event.set("message", message.json()));
        event.set("data", data);
        return event;
    }

    private static CompletableFuture<InteractionResult> refused(@Nullable String reason) {
        return CompletableFuture.completedFuture(new InteractionResult.Refused(String.valueOf(reason)));
    }
}
