package dev.brandingbot.cog.scheduledevent;

import dev.brandingbot.cog.discord.DiscordRequests;
import dev.brandingbot.cog.discord.JdaBrandedGuild;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.sync.guild.DiscordResult;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ScheduledEvent;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.restaction.AuditableRestAction;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.restaction.AuditableRestActionImpl;
import org.jspecify.annotations.Nullable;

/**
 * The scheduled events of a guild through JDA. JDA does not cache them without an intent, so each list is a request. Blocks, so
 * don't call it on JDA's threads.
 *
 * @param guild the guild
 */
public record JdaScheduledEventGateway(Guild guild) implements ScheduledEventGateway {
    private static final String LOCATION = "This server";

    /** The only privacy level that Discord has. */
    private static final int GUILD_ONLY = 2;

    /** The audit log's reason. */
    private static final String REASON = "Branding: the calendar of the branding repository";

    @Override
    public Optional<String> blockingReason() {
        // With this permission Discord lets the creator of an event change and delete it.
        return guild.getSelfMember().hasPermission(Permission.CREATE_SCHEDULED_EVENTS)
                ? Optional.empty()
                : Optional.of(
                        "The bot can't publish upcoming events: it lacks the permission Create Events. Give it to one of the bot's"
                                + " roles.");
    }

    @Override
    public DiscordResult list(Consumer<List<PublishedEvent>> found) {
        return DiscordRequests.send(guild.retrieveScheduledEvents(), events -> {
            var self = guild.getSelfMember().getIdLong();
            found.accept(events.stream()
                    .filter(event -> event.getCreatorIdLong() == self)
                    .filter(event -> event.getType() == ScheduledEvent.Type.EXTERNAL)
                    .flatMap(event -> published(event).stream())
                    .toList());
            return new DiscordResult.Success();
        });
    }

    private static Optional<PublishedEvent> published(ScheduledEvent event) {
        var isOpen = event.getStatus() == ScheduledEvent.Status.SCHEDULED
                || event.getStatus() == ScheduledEvent.Status.ACTIVE;
        var end = event.getEndTime();
        return isOpen && end != null
                ? Optional.of(new PublishedEvent(
                        event.getIdLong(),
                        event.getName(),
                        Objects.requireNonNullElse(event.getDescription(), ""),
                        event.getStartTime().toInstant(),
                        end.toInstant(),
                        event.getStatus() == ScheduledEvent.Status.ACTIVE))
                : Optional.empty();
    }

    @Override
    public DiscordResult create(DesiredEvent event, Instant now, Optional<AssetImage> cover, LongConsumer made) {
        var body = content(event)
                .put("entity_type", ScheduledEvent.Type.EXTERNAL.getKey())
                .put("privacy_level", GUILD_ONLY)
                .put("entity_metadata", DataObject.empty().put("location", LOCATION))
                .put("scheduled_start_time", moment(event.start(now)));
        cover.ifPresent(image -> body.put("image", data(image)));
        var request = request(
                Route.Guilds.CREATE_SCHEDULED_EVENT.compile(guild.getId()),
                body,
                response -> response.getObject().getUnsignedLong("id"));
        return DiscordRequests.send(request, id -> {
            made.accept(id);
            return new DiscordResult.Success();
        });
    }

    @Override
    public DiscordResult change(PublishedEvent published, DesiredEvent event, Instant now) {
        var body = content(event);
        if (!published.isActive() && !event.hasStarted(now)) {
            body.put("scheduled_start_time", moment(event.start(now)));
        }
        return modify(published.id(), body);
    }

    @Override
    public DiscordResult setCover(long id, AssetImage cover) {
        return modify(id, DataObject.empty().put("image", data(cover)));
    }

    private DiscordResult modify(long id, DataObject body) {
        return send(Route.Guilds.MODIFY_SCHEDULED_EVENT.compile(guild.getId(), Long.toUnsignedString(id)), body);
    }

    @Override
    public DiscordResult remove(long id) {
        return send(Route.Guilds.DELETE_SCHEDULED_EVENT.compile(guild.getId(), Long.toUnsignedString(id)), null);
    }

    private static DataObject content(DesiredEvent event) {
        return DataObject.empty()
                .put("name", event.name())
                .put("description", event.description())
                .put("scheduled_end_time", moment(event.end()));
    }

    /** Discord keeps whole seconds. */
    private static String moment(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String data(AssetImage image) {
        return JdaBrandedGuild.icon(image).getEncoding();
    }

    private DiscordResult send(Route.CompiledRoute route, @Nullable DataObject body) {
        return DiscordRequests.send(request(route, body, response -> route), sent -> new DiscordResult.Success());
    }

    /**
     * Makes a request like JDA's own actions, but without their check of an event's start against the system clock, because this
     * bot has its own clock. This uses JDA's internal API, which {@code PublishedEventsIT} covers.
     */
    private <T> AuditableRestAction<T> request(
            Route.CompiledRoute route, @Nullable DataObject body, Function<Response, T> result) {
        return new AuditableRestActionImpl<T>(
                        guild.getJDA(), route, body, (response, request) -> result.apply(response))
                .reason(REASON);
    }
}
