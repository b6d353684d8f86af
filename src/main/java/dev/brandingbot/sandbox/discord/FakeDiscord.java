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
 * Discord's servers on loopback, with one guild and one bot. Point a client's REST base and gateway at {@link #restBaseUrl}
 * and {@link #gatewayUrl}. Safe for use by several threads.
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
        // Discord is behind a proxy that names itself; clients tell its limits from the proxy's by that.
        server = FakeHttpServer.start(settings.port(), Map.of("Via", "1.1 google"), this::addRoutes);
    }

    /** Starts a stand-in; it is there when this returns. */
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

    /** The base of all REST routes, with a slash at the end. */
    public String restBaseUrl() {
        return "http://" + server.authority() + RestApi.BASE + "/";
    }

    /** Where the gateway is. */
    public String gatewayUrl() {
        return "ws://" + server.authority() + Gateway.PATH;
    }

    /** The token that the bot must show. */
    public String token() {
        return settings.token();
    }

    /** Tells {@code listener} from now on what members see. */
    public void addListener(FakeDiscordListener listener) {
        listeners.add(listener);
    }

    /** What members see of the guild now. */
    public GuildView guild() {
        return guild.view();
    }

    /** The messages of a channel that all see, oldest first. */
    public List<FakeMessage> messages(long channelId) {
        return messages.messages(channelId);
    }

    /** The scheduled events that are yet to end. */
    public List<FakeScheduledEvent> scheduledEvents() {
        return events.openEvents();
    }

    /** Somebody else changes a scheduled event, or adds one. */
    public void putScheduledEvent(FakeScheduledEvent event) {
        events.put(event);
    }

    /** Somebody removes a scheduled event. */
    public void removeScheduledEvent(long id) {
        events.remove(id);
    }

    /** The bot's commands in the guild, as the command objects of Discord's API. */
    public List<JsonNode> commands() {
        return commands.commands();
    }

    /**
     * A member sends a slash command.
     *
     * @return the first answer that says something; pending as long as the bot only shows that it thinks, and without end
     *     when it never answers
     */
    public CompletableFuture<InteractionResult> invoke(SlashInvocation typed) {
        return interactions.invoke(typed);
    }

    /** A member types an option of a slash command and is shown what the bot suggests for it. */
    public CompletableFuture<InteractionResult> suggest(SlashInvocation typed, String option) {
        return interactions.suggest(typed, option);
    }

    /** What Discord's client offers to a member who types a slash command. */
    public CommandCompleter completer() {
        return new CommandCompleter(commands, this::suggest);
    }

    /** How the bot's commands are typed, in the order in which Discord shows them. */
    public List<CommandUsage> usages() {
        return CommandUsage.all(commands.commands());
    }

    /** A member clicks a button of a message. */
    public CompletableFuture<InteractionResult> click(long messageId, String customId, long memberId) {
        return interactions.click(messageId, customId, memberId);
    }

    /** Changes the guild's icon by hand; the bytes must be a PNG, JPEG or GIF. */
    public void changeIcon(byte[] bytes) {
        var icon = imageOf(bytes);
        changes.updateByUser(before ->
                new GuildView(before.id(), before.name(), before.features(), Optional.of(icon), before.banner()));
    }

    /** Changes the guild's banner by hand; the bytes must be a PNG, JPEG or GIF. */
    public void changeBanner(byte[] bytes) {
        var banner = imageOf(bytes);
        changes.updateByUser(before ->
                new GuildView(before.id(), before.name(), before.features(), before.icon(), Optional.of(banner)));
    }

    /** Gives the guild these features and no others. */
    public void setFeatures(Set<String> features) {
        changes.updateByUser(
                before -> new GuildView(before.id(), before.name(), features, before.icon(), before.banner()));
    }

    /** Gives the bot's own role these permissions and no others; everyone's role stays as it is. */
    public void setBotPermissions(Set<Permission> permissions) {
        var role = guild.role(guild.botRoleId());
        putRole(new FakeRole(role.id(), role.name(), permissions));
    }

    /** Changes a role, or adds one. */
    public void putRole(FakeRole role) {
        changes.putRole(role);
    }

    /** Changes a channel, or adds one. */
    public void putChannel(FakeChannel channel) {
        changes.putChannel(channel);
    }

    /** Deletes a channel. */
    public void removeChannel(long channelId) {
        changes.removeChannel(channelId);
    }

    /** Throws the bot out of the guild. */
    public void removeBot() {
        changes.removeBot();
    }

    /** Lets the bot into the guild. */
    public void addBot() {
        changes.addBot();
    }

    /** Makes the guild unavailable to the bot's sessions, or available again, as in an outage of Discord. */
    public void setAvailable(boolean isAvailable) {
        changes.setAvailable(isAvailable);
    }

    /** Closes every gateway connection with this code; the sessions can go on over another connection. */
    public void dropConnections(int closeCode) {
        gateway.closeConnections(closeCode);
    }

    /** Forgets every session of the bot, so that none can go on, and closes the connections with this code. */
    public void endSessions(int closeCode) {
        gateway.forgetSessions();
        gateway.closeConnections(closeCode);
    }

    /** Fails every connection to the gateway from now on in this way. */
    public void failGateway(GatewayFault fault) {
        gateway.setFault(Optional.of(fault));
    }

    /** Lets connections to the gateway work again. */
    public void restoreGateway() {
        gateway.setFault(Optional.empty());
    }

    /** How many sessions the bot has begun; those that went on are not counted again. */
    public int sessionsBegun() {
        return gateway.sessionCount();
    }

    /** Refuses the bot's token from now on, by REST and at the gateway. Open connections stay. */
    public void revokeToken() {
        credentials.revoke();
    }

    /** Takes the bot's token again. */
    public void restoreToken() {
        credentials.restore();
    }

    /** What was asked by REST. */
    public RequestLog requests() {
        return server.requests();
    }

    /** What goes wrong by REST; see {@link DiscordFaults}. */
    public FaultInjector faults() {
        return server.faults();
    }

    /** Holds each REST request from now on for that long. */
    public void setLatency(Duration latency) {
        server.setLatency(latency);
    }

    /** Ends every connection and stops. */
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
