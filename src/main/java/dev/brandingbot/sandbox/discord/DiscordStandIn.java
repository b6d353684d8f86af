package dev.brandingbot.sandbox.discord;

import dev.brandingbot.sandbox.server.Faults;
import dev.brandingbot.sandbox.server.RequestLog;
import dev.brandingbot.sandbox.server.StandInServer;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;

/**
 * Discord's servers on loopback, with one guild and one bot. Point a client's REST base and gateway at {@link #restBaseUrl}
 * and {@link #gatewayUrl}. Safe for use by several threads.
 */
public final class DiscordStandIn implements AutoCloseable {
    private final DiscordSettings settings;
    private final Guild guild;
    private final Credentials credentials;
    private final Listeners listeners = new Listeners();
    private final Gateway gateway;
    private final GuildChanges changes;
    private final StandInServer server;

    private DiscordStandIn(DiscordSettings settings) {
        this.settings = settings;
        var bot = new Member(
                settings.botId(), settings.botName(), Set.of(settings.guild().botRoleId()));
        guild = new Guild(settings.guild(), bot, settings.isBotMember());
        credentials = new Credentials(settings.token());
        var snowflakes = new Snowflakes(Clock.systemUTC());
        gateway = new Gateway(guild, credentials, snowflakes, listeners);
        changes = new GuildChanges(guild, gateway, listeners);
        // Discord is behind a proxy that names itself; clients tell its limits from the proxy's by that.
        server = StandInServer.start(settings.port(), Map.of("Via", "1.1 google"), this::addRoutes);
    }

    /** Starts a stand-in; it is there when this returns. */
    public static DiscordStandIn start(DiscordSettings settings) {
        return new DiscordStandIn(settings);
    }

    private void addRoutes(RoutesConfig routes) {
        routes.ws(Gateway.PATH, gateway::configure);
        new RestApi(credentials).addTo(routes);
        new GuildRoutes(guild, changes).addTo(routes, RestApi.BASE);
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
    public void addListener(StandInListener listener) {
        listeners.add(listener);
    }

    /** What members see of the guild now. */
    public GuildView guild() {
        return guild.view();
    }

    /** Changes the guild's icon by hand; the bytes must be a PNG, JPEG or GIF. */
    public void changeIcon(byte[] bytes) {
        var icon = pictureOf(bytes);
        changes.byHand(before ->
                new GuildView(before.id(), before.name(), before.features(), Optional.of(icon), before.banner()));
    }

    /** Changes the guild's banner by hand; the bytes must be a PNG, JPEG or GIF. */
    public void changeBanner(byte[] bytes) {
        var banner = pictureOf(bytes);
        changes.byHand(before ->
                new GuildView(before.id(), before.name(), before.features(), before.icon(), Optional.of(banner)));
    }

    /** Gives the guild these features and no others. */
    public void setFeatures(Set<String> features) {
        changes.byHand(before -> new GuildView(before.id(), before.name(), features, before.icon(), before.banner()));
    }

    /** Gives the bot's own role these permissions and no others; everyone's role stays as it is. */
    public void setBotPermissions(Set<Permission> permissions) {
        var role = guild.role(guild.botRoleId());
        putRole(new Role(role.id(), role.name(), permissions));
    }

    /** Changes a role, or adds one. */
    public void putRole(Role role) {
        changes.putRole(role);
    }

    /** Changes a channel. */
    public void putChannel(Channel channel) {
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
        gateway.drop(closeCode);
    }

    /** Forgets every session of the bot, so that none can go on, and closes the connections with this code. */
    public void endSessions(int closeCode) {
        gateway.forgetSessions();
        gateway.drop(closeCode);
    }

    /** How many sessions the bot has begun; those that went on are not counted again. */
    public int sessionsBegun() {
        return gateway.identified();
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
    public Faults faults() {
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

    private static Picture pictureOf(byte[] bytes) {
        var type = ImageData.typeOf(bytes)
                .orElseThrow(() -> new IllegalArgumentException("Neither a PNG nor a JPEG nor a GIF"));
        return ImageData.picture(type, bytes.clone());
    }
}
