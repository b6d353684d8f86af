package dev.brandingbot.cog;

import dev.brandingbot.repository.Image;
import dev.brandingbot.sync.GuildAnswer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ScheduledEvent;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * The scheduled events of a guild through JDA, which keeps none of them in its cache without an intent for it: each look is a
 * request.
 *
 * @param guild the guild
 */
record JdaEventBoard(Guild guild) implements EventBoard {
    private static final String LOCATION = "This server";

    /** The audit log's reason. */
    private static final String REASON = "Branding: the calendar of the branding repository";

    @Override
    public Optional<String> obstacle() {
        // Discord lets the maker of an event change and remove it with this permission.
        return guild.getSelfMember().hasPermission(Permission.CREATE_SCHEDULED_EVENTS)
                ? Optional.empty()
                : Optional.of(
                        "The bot lacks the permission Create Events, without which it can't publish the next events."
                                + " Give it to one of the bot's roles, or set BRANDING_SCHEDULED_EVENTS to 0.");
    }

    @Override
    public GuildAnswer list(Consumer<List<PublishedEvent>> found) {
        return send(guild::retrieveScheduledEvents, events -> {
            var self = guild.getSelfMember().getIdLong();
            found.accept(events.stream()
                    .filter(event -> event.getCreatorIdLong() == self)
                    .filter(event -> event.getType() == ScheduledEvent.Type.EXTERNAL)
                    .flatMap(event -> published(event).stream())
                    .toList());
            return new GuildAnswer.Done();
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
    public GuildAnswer create(WantedEvent event, Instant now, Optional<Image> cover, LongConsumer made) {
        return send(
                () -> {
                    var action = guild.createScheduledEvent(
                                    event.name(), LOCATION, moment(event.start(now)), moment(event.end()))
                            .setDescription(event.description());
                    var covered = cover.map(image -> action.setImage(JdaGuild.icon(image)))
                            .orElse(action);
                    return covered.reason(REASON);
                },
                created -> {
                    made.accept(created.getIdLong());
                    return new GuildAnswer.Done();
                });
    }

    @Override
    public GuildAnswer change(PublishedEvent published, WantedEvent event, Instant now) {
        return send(
                () -> guild.retrieveScheduledEventById(published.id()), there -> change(there, published, event, now));
    }

    private static GuildAnswer change(ScheduledEvent there, PublishedEvent published, WantedEvent event, Instant now) {
        return send(
                () -> {
                    var change = there.getManager().setName(event.name()).setDescription(event.description());
                    var moved = published.isActive() || event.isBegun(now)
                            ? change
                            : change.setStartTime(moment(event.start(now)));
                    return moved.setEndTime(moment(event.end())).reason(REASON);
                },
                done -> new GuildAnswer.Done());
    }

    @Override
    public GuildAnswer cover(long id, Image cover) {
        return send(
                () -> guild.retrieveScheduledEventById(id),
                there -> send(
                        () -> there.getManager().setImage(JdaGuild.icon(cover)).reason(REASON),
                        done -> new GuildAnswer.Done()));
    }

    @Override
    public GuildAnswer remove(long id) {
        return send(
                () -> guild.retrieveScheduledEventById(id),
                there -> send(() -> there.delete().reason(REASON), done -> new GuildAnswer.Done()));
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** JDA refuses some things before it asks Discord: by permissions, and by the system's clock. */
    private static <T> GuildAnswer send(Supplier<RestAction<T>> action, Function<T, GuildAnswer> then) {
        try {
            return DiscordRequests.send(action.get(), then);
        } catch (InsufficientPermissionException e) {
            return new GuildAnswer.Failed("The bot lacks the permission %s."
                    .formatted(e.getPermission().getName()));
        } catch (IllegalArgumentException e) {
            return new GuildAnswer.Refused("The event does not fit Discord's rules: %s".formatted(e.getMessage()));
        }
    }
}
