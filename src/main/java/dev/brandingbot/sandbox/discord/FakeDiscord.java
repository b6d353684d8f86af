package dev.brandingbot.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.sandbox.discord.client.CommandCompleter;
import dev.brandingbot.sandbox.discord.client.CommandParser;
import dev.brandingbot.sandbox.discord.client.CommandStore;
import dev.brandingbot.sandbox.discord.client.CommandUsage;
import dev.brandingbot.sandbox.discord.client.InteractionDispatcher;
import dev.brandingbot.sandbox.discord.client.MessageFactory;
import dev.brandingbot.sandbox.discord.client.MessageStore;
import dev.brandingbot.sandbox.discord.client.SlashInvocation;
import dev.brandingbot.sandbox.discord.gateway.Gateway;
import dev.brandingbot.sandbox.discord.gateway.GatewayFault;
import dev.brandingbot.sandbox.discord.gateway.GuildUpdater;
import dev.brandingbot.sandbox.discord.model.Credentials;
import dev.brandingbot.sandbox.discord.model.FakeChannel;
import dev.brandingbot.sandbox.discord.model.FakeDiscordListener;
import dev.brandingbot.sandbox.discord.model.FakeGuildState;
import dev.brandingbot.sandbox.discord.model.FakeMember;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import dev.brandingbot.sandbox.discord.model.FakeRole;
import dev.brandingbot.sandbox.discord.model.FakeScheduledEvent;
import dev.brandingbot.sandbox.discord.model.GuildImage;
import dev.brandingbot.sandbox.discord.model.GuildView;
import dev.brandingbot.sandbox.discord.model.InteractionResult;
import dev.brandingbot.sandbox.discord.model.ListenerList;
import dev.brandingbot.sandbox.discord.model.ScheduledEventStore;
import dev.brandingbot.sandbox.discord.model.SnowflakeGenerator;
import dev.brandingbot.sandbox.discord.rest.CommandRoutes;
import dev.brandingbot.sandbox.discord.rest.GuildRoutes;
import dev.brandingbot.sandbox.discord.rest.InteractionResponses;
import dev.brandingbot.sandbox.discord.rest.InteractionRoutes;
import dev.brandingbot.sandbox.discord.rest.MessageRoutes;
import dev.brandingbot.sandbox.discord.rest.RestApi;
import dev.brandingbot.sandbox.discord.rest.ScheduledEventRoutes;
import dev.brandingbot.sandbox.discord.validation.ImageData;
import dev.brandingbot.sandbox.server.FakeHttpServer;
import dev.brandingbot.sandbox.server.FaultInjector;
import dev.brandingbot.sandbox.server.RequestLog;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.Permission;

/**
 * A fake Discord server on loopback, with one guild and one bot. A client needs {@link #restBaseUrl} and {@link #gatewayUrl}.
 * Thread-safe.
 */
public final class FakeDiscord implements AutoCloseable {
    private final FakeDiscordSettings settings;
    private final FakeGuildState guild;
    private final Credentials credentials;
    private final ListenerList listeners = new ListenerList();
    private final Gateway gateway;
    private final GuildUpdater changes;
    private final MessageStore messages;
    private final CommandStore commands;
    private final ScheduledEventStore events;
    private final SnowflakeGenerator snowflakes;
    private final InteractionDispatcher interactions;
    private final FakeHttpServer server;

    private FakeDiscord(FakeDiscordSettings settings) {
        this.settings = settings;
        var bot = new FakeMember(
                settings.botId(), settings.botName(), Set.of(settings.guild().botRoleId()));
        guild = new FakeGuildState(settings.guild(), bot, settings.isBotMember());
        credentials = new Credentials(settings.token());
        snowflakes = new SnowflakeGenerator(Clock.systemUTC());
        gateway = new Gateway(guild, credentials, snowflakes, listeners);
        changes = new GuildUpdater(guild, gateway, listeners);
        messages = new MessageStore(new MessageFactory(guild, snowflakes, settings.clock()), settings.clock());
        events = new ScheduledEventStore(guild, listeners, settings.eventClock());
        commands = new CommandStore(guild, snowflakes, listeners);
        interactions = new InteractionDispatcher(
                guild, gateway, messages, new CommandParser(guild, commands), snowflakes, settings.clock());
        // Discord's proxy sends this header, by which clients distinguish the limits of Discord from those of the
        // proxy.
        server = FakeHttpServer.start(settings.port(), Map.of("Via", "1.1 google"), this::addRoutes);
    }

    /** Starts a server. Blocks until it is ready. */
    public static FakeDiscord start(FakeDiscordSettings settings) {
        return new FakeDiscord(settings);
    }

    private void addRoutes(RoutesConfig routes) {
        gateway.addTo(routes);
        new RestApi(credentials).addTo(routes);
        new GuildRoutes(guild, changes).addTo(routes, RestApi.BASE);
        new ScheduledEventRoutes(guild, events, snowflakes, settings.eventClock()).addTo(routes, RestApi.BASE);
        new CommandRoutes(guild, commands).addTo(routes, RestApi.BASE);
        new MessageRoutes(guild, messages, gateway, listeners).addTo(routes, RestApi.BASE);
        var answers = new InteractionResponses(guild, messages, gateway, listeners);
        new InteractionRoutes(guild, interactions, answers, listeners, settings.clock()).addTo(routes, RestApi.BASE);
    }

    /** Returns the base URL of all REST routes, with a slash at the end. */
    public String restBaseUrl() {
        return "http://" + server.authority() + RestApi.BASE + "/";
    }

    /** Returns the URL of the gateway. */
    public String gatewayUrl() {
        return "ws://" + server.authority() + Gateway.PATH;
    }

    /** Returns the bot's token. */
    public String token() {
        return settings.token();
    }

    /** Notifies a listener from now on of what members see. */
    public void addListener(FakeDiscordListener listener) {
        listeners.add(listener);
    }

    /** Returns the guild as members see it now. */
    public GuildView guild() {
        return guild.view();
    }

    /** Returns the messages of a channel, oldest first, without ephemeral ones. */
    public List<FakeMessage> messages(long channelId) {
        return messages.messages(channelId);
    }

    /** Returns the scheduled events that have not ended. */
    public List<FakeScheduledEvent> scheduledEvents() {
        return events.openEvents();
    }

    /** Changes or adds a scheduled event manually. */
    public void putScheduledEvent(FakeScheduledEvent event) {
        events.put(event);
    }

    /** Deletes a scheduled event manually. */
    public void removeScheduledEvent(long id) {
        events.remove(id);
    }

    /** Returns the bot's commands in the guild, as the command objects of Discord's API. */
    public List<JsonNode> commands() {
        return commands.commands();
    }

    /**
     * Sends a slash command of a member to the bot.
     *
     * @return the first answer; pending while the bot only shows that it is thinking, forever if it never answers
     */
    public CompletableFuture<InteractionResult> invoke(SlashInvocation typed) {
        return interactions.invoke(typed);
    }

    /** Requests the bot's suggestions for an option of a slash command. */
    public CompletableFuture<InteractionResult> suggest(SlashInvocation typed, String option) {
        return interactions.suggest(typed, option);
    }

    /** Returns the completer of slash commands. */
    public CommandCompleter completer() {
        return new CommandCompleter(commands, this::suggest);
    }

    /** Returns the usages of the bot's commands, in the order in which Discord shows them. */
    public List<CommandUsage> usages() {
        return CommandUsage.all(commands.commands());
    }

    /** Clicks a button of a message as a member. */
    public CompletableFuture<InteractionResult> click(long messageId, String customId, long memberId) {
        return interactions.click(messageId, customId, memberId);
    }

    /** Changes the guild's icon manually. The bytes must be a PNG, JPEG or GIF. */
    public void changeIcon(byte[] bytes) {
        var icon = imageOf(bytes);
        changes.updateByUser(before ->
                new GuildView(before.id(), before.name(), before.features(), Optional.of(icon), before.banner()));
    }

    /** Changes the guild's banner manually. The bytes must be a PNG, JPEG or GIF. */
    public void changeBanner(byte[] bytes) {
        var banner = imageOf(bytes);
        changes.updateByUser(before ->
                new GuildView(before.id(), before.name(), before.features(), before.icon(), Optional.of(banner)));
    }

    /** Sets the guild's features. */
    public void setFeatures(Set<String> features) {
        changes.updateByUser(
                before -> new GuildView(before.id(), before.name(), features, before.icon(), before.banner()));
    }

    /** Sets the permissions of the bot's own role. Everyone's role is not changed. */
    public void setBotPermissions(Set<Permission> permissions) {
        var role = guild.role(guild.botRoleId());
        putRole(new FakeRole(role.id(), role.name(), permissions));
    }

    /** Changes or adds a role. */
    public void putRole(FakeRole role) {
        changes.putRole(role);
    }

    /** Changes or adds a channel. */
    public void putChannel(FakeChannel channel) {
        changes.putChannel(channel);
    }

    /** Deletes a channel. */
    public void removeChannel(long channelId) {
        changes.removeChannel(channelId);
    }

    /** Removes the bot from the guild. */
    public void removeBot() {
        changes.removeBot();
    }

    /** Adds the bot to the guild. */
    public void addBot() {
        changes.addBot();
    }

    /** Makes the guild unavailable to the bot's sessions, or available again, as in an outage of Discord. */
    public void setAvailable(boolean isAvailable) {
        changes.setAvailable(isAvailable);
    }

    /** Closes every gateway connection with this code. The sessions can be resumed. */
    public void dropConnections(int closeCode) {
        gateway.closeConnections(closeCode);
    }

    /** Closes every gateway connection with this code, and removes the sessions, so that they can't be resumed. */
    public void endSessions(int closeCode) {
        gateway.forgetSessions();
        gateway.closeConnections(closeCode);
    }

    /** Fails every new connection to the gateway in this way. */
    public void failGateway(GatewayFault fault) {
        gateway.setFault(Optional.of(fault));
    }

    /** Accepts connections to the gateway again. */
    public void restoreGateway() {
        gateway.setFault(Optional.empty());
    }

    /** Returns the number of sessions that the bot has started, without resumes. */
    public int sessionsBegun() {
        return gateway.sessionCount();
    }

    /** Rejects the bot's token from now on. Open connections are not closed. */
    public void revokeToken() {
        credentials.revoke();
    }

    /** Accepts the bot's token again. */
    public void restoreToken() {
        credentials.restore();
    }

    /** Returns the log of REST requests. */
    public RequestLog requests() {
        return server.requests();
    }

    /** Returns the injector of REST faults. See {@link DiscordFaults}. */
    public FaultInjector faults() {
        return server.faults();
    }

    /** Delays each REST request from now on. */
    public void setLatency(Duration latency) {
        server.setLatency(latency);
    }

    /** Closes every connection and stops the server. */
    @Override
    public void close() {
        server.close();
    }

    private static GuildImage imageOf(byte[] bytes) {
        var type = ImageData.detectMediaType(bytes)
                .orElseThrow(() -> new IllegalArgumentException("Neither a PNG nor a JPEG nor a GIF"));
        return ImageData.image(type, bytes.clone());
    }
}
