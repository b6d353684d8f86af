package dev.brandingbot.cog.command;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.brandingbot.cog.discord.TypedFileUpload;
import dev.brandingbot.cog.embed.EmbedImages;
import dev.brandingbot.cog.embed.Embeds;
import dev.brandingbot.cog.embed.EventEmbeds;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.image.ImageFile;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.validation.InspectedEvent;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.state.AppliedBranding;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.sync.BrandingSynchronizer;
import dev.brandingbot.thumbnail.ThumbnailKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * The commands about events, which everybody may use, and the preview. Blocks on Redis; each answer is completed within some
 * seconds with the images that are available by then.
 */
public final class EventCommands {
    private final long guildId;
    private final BrandingSynchronizer synchronizer;
    private final BrandingStore state;
    private final CommandImages images;
    private final Clock clock;

    public EventCommands(
            long guildId, BrandingSynchronizer synchronizer, BrandingStore state, CommandImages images, Clock clock) {
        this.guildId = guildId;
        this.synchronizer = synchronizer;
        this.state = state;
        this.images = images;
        this.clock = clock;
    }

    /** Answers {@code about}: the event that is given, otherwise the active one. */
    CompletableFuture<MessageEditData> about(CommandInvocation call) {
        return call.option(CommandOption.OTHER_EVENT).map(this::aboutNamed).orElseGet(this::about);
    }

    /** Answers {@code event preview}. */
    CompletableFuture<MessageEditData> preview(CommandInvocation call) {
        return preview(call.option(CommandOption.EVENT).orElse(""));
    }

    /** Returns a page of the calendar, from 0. */
    CompletableFuture<MessageEditData> calendarPage(int number) {
        var calendar = synchronizer.calendar();
        if (calendar.events().isEmpty()) {
            return completedFuture(CommandRouter.message(Embeds.noCalendar()));
        }
        var page = EventEmbeds.calendar(calendar, today(), number, guildId);
        return images.calendar()
                .get(calendar, events(), today())
                .thenApply(picture -> picture.map(year -> withFile(page, year)).orElse(page));
    }

    private static MessageEditData withFile(MessageEditData page, ImageFile year) {
        var name = "calendar" + year.extension();
        return MessageEditBuilder.from(page)
                .setEmbeds(new EmbedBuilder(page.getEmbeds().get(0))
                        .setImage("attachment://" + name)
                        .build())
                .setFiles(TypedFileUpload.of(year.bytes(), name))
                .build();
    }

    private CompletableFuture<MessageEditData> about() {
        var calendar = synchronizer.calendar();
        var applied = state.read();
        return applied.event()
                .map(event -> withImages(
                        withPin(
                                EventEmbeds.about(
                                        event, today(), calendar.nextChange(today()), calendar.nextEvent(today())),
                                event),
                        shown(applied, event)))
                .orElseGet(() -> completedFuture(CommandRouter.message(Embeds.noActiveEvent())));
    }

    private CompletableFuture<MessageEditData> aboutNamed(String name) {
        var search = new EventFinder<>(publicEvents());
        return search.find(name)
                .map(event -> withImages(withPin(aboutNamed(event), event), firstAssets(event)))
                .orElseGet(() ->
                        completedFuture(CommandRouter.message(Embeds.eventNotFound(search.notFoundMessage(name)))));
    }

    private EmbedBuilder aboutNamed(ActiveEvent event) {
        var isActive = state.read()
                .event()
                .filter(active -> active.path().equals(event.path()))
                .isPresent();
        return EventEmbeds.about(event, today(), synchronizer.overrides(), isActive);
    }

    private EmbedBuilder withPin(EmbedBuilder embed, CalendarItem event) {
        return synchronizer
                .overrides()
                .pin()
                .filter(pin -> pin.path().equals(event.path()))
                .map(pin -> EventEmbeds.withPin(embed, pin))
                .orElse(embed);
    }

    /** The valid events, and the active one even if it has errors now. */
    private List<ActiveEvent> publicEvents() {
        var valid = synchronizer.lastSnapshot().map(Snapshot::events).orElse(List.of());
        var active = state.read().event().stream()
                .filter(event -> valid.stream().noneMatch(other -> other.path().equals(event.path())));
        return Stream.concat(valid.stream().map(ActiveEvent::of), active).toList();
    }

    private CompletableFuture<MessageEditData> preview(String name) {
        var search = new EventFinder<>(events());
        return search.find(name)
                .map(event -> images.previews().render(event, synchronizer::lastSnapshot, today()))
                .orElseGet(() ->
                        completedFuture(CommandRouter.message(Embeds.eventNotFound(search.notFoundMessage(name)))));
    }

    private CompletableFuture<MessageEditData> withImages(EmbedBuilder embed, List<ThumbnailKey> assets) {
        return images.events().load(assets).thenApply(images -> message(embed, images));
    }

    /** Makes a message about an event with its images. */
    static MessageEditData message(EmbedBuilder embed, EmbedImages images) {
        return MessageEditBuilder.from(CommandRouter.message(images.addTo(embed).build()))
                .setFiles(images.files())
                .build();
    }

    /** The applied assets of an event that are still in the repository. Assets of another event may still be applied. */
    private List<ThumbnailKey> shown(AppliedBranding applied, ActiveEvent event) {
        var events = events();
        return Stream.of(AssetKind.values())
                .filter(kind -> applied.asset(kind).eventPath().equals(Optional.of(event.path())))
                .flatMap(kind -> applied.asset(kind).sha().flatMap(sha -> asset(events, kind, sha)).stream())
                .toList();
    }

    private static Optional<ThumbnailKey> asset(List<InspectedEvent> events, AssetKind kind, String sha) {
        return events.stream()
                .flatMap(event -> event.assets(kind).stream())
                .filter(asset -> asset.sha().equals(sha))
                .map(asset -> new ThumbnailKey(kind, asset))
                .findFirst();
    }

    private List<ThumbnailKey> firstAssets(CalendarItem event) {
        return events().stream()
                .filter(facts -> facts.path().equals(event.path()))
                .flatMap(facts -> Stream.of(AssetKind.values()).flatMap(kind -> firstAsset(facts, kind)))
                .toList();
    }

    private static Stream<ThumbnailKey> firstAsset(InspectedEvent event, AssetKind kind) {
        return event.assets(kind).stream().limit(1).map(asset -> new ThumbnailKey(kind, asset));
    }

    /** Every event, including those with errors. */
    private List<InspectedEvent> events() {
        return synchronizer.lastSnapshot().map(Snapshot::all).orElse(List.of());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
