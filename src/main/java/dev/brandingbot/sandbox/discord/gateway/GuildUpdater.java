package dev.brandingbot.sandbox.discord.gateway;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.sandbox.discord.model.ChannelJson;
import dev.brandingbot.sandbox.discord.model.FakeChannel;
import dev.brandingbot.sandbox.discord.model.FakeGuildState;
import dev.brandingbot.sandbox.discord.model.FakeRole;
import dev.brandingbot.sandbox.discord.model.GuildChange;
import dev.brandingbot.sandbox.discord.model.GuildJson;
import dev.brandingbot.sandbox.discord.model.GuildView;
import dev.brandingbot.sandbox.discord.model.ListenerList;
import dev.brandingbot.sandbox.server.Json;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes the guild and notifies the bot and the listeners. Thread-safe. */
public final class GuildUpdater {
    private final FakeGuildState guild;
    private final GuildJson json;
    private final ChannelJson channels;
    private final Gateway gateway;
    private final ListenerList listeners;

    public GuildUpdater(FakeGuildState guild, Gateway gateway, ListenerList listeners) {
        this.guild = guild;
        this.json = new GuildJson(guild);
        this.channels = new ChannelJson(guild);
        this.gateway = gateway;
        this.listeners = listeners;
    }

    /** Applies a change by the bot. Returns the guild object after the change. */
    public JsonNode updateByBot(UnaryOperator<GuildView> change, Optional<String> reason) {
        return apply(change, true, reason);
    }

    /** Applies a manual change. */
    public void updateByUser(UnaryOperator<GuildView> change) {
        apply(change, false, Optional.empty());
    }

    public void putRole(FakeRole role) {
        synchronized (guild) {
            var before = visibleChannels();
            guild.putRole(role);
            var data = Json.object().put("guild_id", GuildJson.id(guild.id()));
            data.set("role", json.role(role));
            send(GatewayEvent.GUILD_ROLE_UPDATE, data);
            sendVisibilityChanges(before);
        }
    }

    private Set<FakeChannel> visibleChannels() {
        return guild.channels().stream().filter(guild::isVisibleToBot).collect(toSet());
    }

    private void sendVisibilityChanges(Set<FakeChannel> before) {
        guild.channels().stream()
                .filter(channel -> before.contains(channel) != guild.isVisibleToBot(channel))
                .forEach(channel -> send(GatewayEvent.CHANNEL_UPDATE, channels.gatewayView(channel)));
    }

    public void putChannel(FakeChannel channel) {
        synchronized (guild) {
            var isNew = guild.channel(channel.id()).isEmpty();
            guild.putChannel(channel);
            send(isNew ? GatewayEvent.CHANNEL_CREATE : GatewayEvent.CHANNEL_UPDATE, channels.gatewayView(channel));
        }
    }

    public void removeChannel(long id) {
        synchronized (guild) {
            guild.channel(id).ifPresent(channel -> {
                guild.removeChannel(id);
                send(GatewayEvent.CHANNEL_DELETE, channels.gatewayView(channel));
            });
        }
    }

    public void removeBot() {
        synchronized (guild) {
            guild.setBotMember(false);
            gateway.dispatch(GatewayEvent.GUILD_DELETE, Json.object().put("id", GuildJson.id(guild.id())));
        }
    }

    public void addBot() {
        synchronized (guild) {
            guild.setBotMember(true);
            gateway.dispatch(GatewayEvent.GUILD_CREATE, json.guildCreate());
        }
    }

    /** Makes the guild unavailable, as in an outage, or available again. */
    public void setAvailable(boolean isAvailable) {
        synchronized (guild) {
            if (isAvailable) {
                gateway.dispatch(GatewayEvent.GUILD_CREATE, json.guildCreate());
            } else {
                var data = Json.object().put("id", GuildJson.id(guild.id())).put("unavailable", true);
                gateway.dispatch(GatewayEvent.GUILD_DELETE, data);
            }
        }
    }

    private JsonNode apply(UnaryOperator<GuildView> change, boolean isByBot, Optional<String> reason) {
        synchronized (guild) {
            var before = guild.view();
            var after = change.apply(before);
            guild.setView(after);
            var shown = json.guild();
            send(GatewayEvent.GUILD_UPDATE, shown);
            listeners.notify(listener -> listener.guildChanged(new GuildChange(before, after, isByBot, reason)));
            return shown;
        }
    }

    private void send(GatewayEvent type, JsonNode data) {
        if (guild.isBotMember()) {
            gateway.dispatch(type, data);
        }
    }
}
