package dev.brandingbot.cog.command;

import static java.util.Comparator.comparing;

import dev.brandingbot.cog.discord.TypedFileUpload;
import dev.brandingbot.cog.embed.EmbedImages;
import dev.brandingbot.cog.embed.Embeds;
import dev.brandingbot.cog.embed.EventEmbeds;
import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.ImageFile;
import dev.brandingbot.repository.ImageStatus;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.validation.InspectedEvent;
import dev.brandingbot.schedule.picture.ContactSheet;
import dev.brandingbot.state.AppliedAsset;
import dev.brandingbot.state.AppliedBranding;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.support.SafeText;
import dev.brandingbot.support.Texts;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.GuildCapabilities;
import dev.brandingbot.thumbnail.ThumbnailKey;
import dev.brandingbot.thumbnail.ThumbnailService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** Renders the preview of an event for moderators. Applies nothing. */
public final class EventPreviewRenderer {
    /** The maximum size of an animated image in a preview. Two of them fit in one message. */
    private static final long MAX_BYTES = 4L << 20;

    /** The maximum number of assets per kind on the contact sheet; others are not downloaded. */
    private static final int MAX_ASSETS_PER_KIND = 30;

    /** Leaves room for the findings in the 6,000 characters of a message's embeds. */
    private static final int MAX_DESCRIPTION_LENGTH = 3_500;

    private static final String SHEET = "all.png";

    private final BrandingStore state;
    private final ThumbnailService thumbnails;
    private final BrandedGuild guild;
    private final Executor executor;

    /** @param executor draws the contact sheets; not closed here */
    public EventPreviewRenderer(
            BrandingStore state, ThumbnailService thumbnails, BrandedGuild guild, Executor executor) {
        this.state = state;
        this.thumbnails = thumbnails;
        this.guild = guild;
        this.executor = executor;
    }

    /**
     * Renders an event, valid or not, with its next icon and banner and its findings. Blocks on Redis; the result is completed
     * within some seconds.
     *
     * @param snapshots returns the current snapshot of the repository
     * @param today the day, in UTC
     */
    CompletableFuture<MessageEditData> render(
            InspectedEvent requested, Supplier<Optional<Snapshot>> snapshots, LocalDate today) {
        var applied = state.read();
        var capabilities = guild.capabilities();
        return thumbnails
                .thumbnails(assets(requested, capabilities))
                .thenComposeAsync(
                        pictures -> {
                            // Its images were just checked, which may have made it invalid.
                            var snapshot = snapshots.get();
                            var event = snapshot.flatMap(it -> it.event(requested.path()))
                                    .orElse(requested);
                            var findings = snapshot.map(Snapshot::findings).orElse(List.of());
                            var embed = embed(event, findings, capabilities, today);
                            var shown = shown(event, applied, capabilities);
                            return message(event, embed, shown, capabilities, pictures);
                        },
                        executor);
    }

    private CompletableFuture<MessageEditData> message(
            InspectedEvent event,
            EmbedBuilder embed,
            List<ThumbnailKey> shown,
            GuildCapabilities capabilities,
            Map<ThumbnailKey, ImageFile> pictures) {
        return thumbnails
                .thumbnails(shown)
                .thenCompose(copies -> original(shown, capabilities, copies))
                .thenApplyAsync(
                        images -> message(
                                nameStills(embed, shown, images, capabilities),
                                images,
                                contactSheet(event, capabilities, pictures)),
                        executor);
    }

    private static MessageEditData message(EmbedBuilder embed, EmbedImages images, Optional<byte[]> sheet) {
        var message = EventCommands.message(embed, images);
        if (sheet.isEmpty()) {
            return message;
        }
        var all = new EmbedBuilder()
                .setColor(Embeds.DEFAULT_COLOR)
                .setTitle("All images")
                .setImage("attachment://" + SHEET)
                .build();
        var files = new ArrayList<>(images.files());
        files.add(TypedFileUpload.of(sheet.get(), SHEET));
        return MessageEditBuilder.from(message)
                .setEmbeds(message.getEmbeds().get(0), all)
                .setFiles(files)
                .build();
    }

    /** All icons and banners on one sheet, if there are more than the embed shows. */
    private Optional<byte[]> contactSheet(
            InspectedEvent event, GuildCapabilities capabilities, Map<ThumbnailKey, ImageFile> pictures) {
        var icons = items(event, AssetKind.ICON, capabilities, pictures);
        var banners = items(event, AssetKind.BANNER, capabilities, pictures);
        return icons.size() + banners.size() > 2 ? Optional.of(ContactSheet.png(icons, banners)) : Optional.empty();
    }

    private List<ContactSheet.Item> items(
            InspectedEvent event,
            AssetKind kind,
            GuildCapabilities capabilities,
            Map<ThumbnailKey, ImageFile> pictures) {
        return assets(event, kind, capabilities)
                .map(asset -> new ContactSheet.Item(
                        SafeText.toSingleLine(asset.asset().name()),
                        Optional.ofNullable(pictures.get(asset)),
                        problem(asset).map(finding -> finding.code().replace('-', ' ')),
                        motion(asset, capabilities)))
                .toList();
    }

    private static List<ThumbnailKey> assets(InspectedEvent event, GuildCapabilities capabilities) {
        return Stream.of(AssetKind.values())
                .flatMap(kind -> assets(event, kind, capabilities).limit(MAX_ASSETS_PER_KIND))
                .toList();
    }

    /** Each asset in the variant that the guild would show, with a storyboard if it is animated. */
    private static Stream<ThumbnailKey> assets(InspectedEvent event, AssetKind kind, GuildCapabilities capabilities) {
        return event.assets(kind).stream()
                .map(asset -> variant(kind, asset, capabilities).storyboard());
    }

    private ContactSheet.Motion motion(ThumbnailKey asset, GuildCapabilities capabilities) {
        if (!isAnimated(asset)) {
            return ContactSheet.Motion.NONE;
        }
        return capabilities.supportsAnimated(asset.kind())
                ? ContactSheet.Motion.ANIMATED
                : ContactSheet.Motion.FIRST_FRAME;
    }

    private static ThumbnailKey variant(AssetKind kind, Asset asset, GuildCapabilities capabilities) {
        var whole = new ThumbnailKey(kind, asset);
        return capabilities.supportsAnimated(kind) ? whole : whole.still();
    }

    /** One usable asset per kind, preferably one that is due in the current rotation. */
    private List<ThumbnailKey> shown(InspectedEvent event, AppliedBranding applied, GuildCapabilities capabilities) {
        return Stream.of(AssetKind.values())
                .flatMap(kind -> event.assets(kind).stream()
                        .limit(MAX_ASSETS_PER_KIND)
                        .sorted(comparing(asset -> uses(event, asset, applied.asset(kind))))
                        .map(asset -> variant(kind, asset, capabilities))
                        .filter(asset -> problem(asset).isEmpty())
                        .limit(1))
                .toList();
    }

    private static int uses(InspectedEvent event, Asset asset, AppliedAsset slot) {
        return slot.eventPath().equals(Optional.of(event.path()))
                ? slot.useCounts().getOrDefault(asset.sha(), 0)
                : 0;
    }

    private EmbedBuilder embed(
            InspectedEvent event, List<Finding> findings, GuildCapabilities capabilities, LocalDate today) {
        var embed = EventEmbeds.preview(event, today)
                .setDescription(Texts.cut(event.meta().description(), MAX_DESCRIPTION_LENGTH));
        if (!event.isValid()) {
            embed.setColor(Embeds.WARNING_COLOR)
                    .addField(
                            "Left out",
                            "This event has errors and is left out until they are fixed. If it is active now, it stays"
                                    + " active until its last day.",
                            false);
        }
        if (!capabilities.supports(AssetKind.BANNER)) {
            embed.addField(
                    "Banner", "It would not be applied: this server has no banner feature (needs boosts).", false);
        }
        return Embeds.addFindings(embed, problems(event, findings, capabilities));
    }

    private List<Finding> problems(InspectedEvent event, List<Finding> findings, GuildCapabilities capabilities) {
        var path = SafeText.toSingleLine(event.path());
        var problems = new ArrayList<>(findings.stream()
                .filter(finding -> finding.path().equals(path) || finding.path().startsWith(path + "/"))
                .toList());
        assets(event, capabilities).stream()
                .flatMap(asset -> problem(asset).stream())
                .filter(problem -> !problems.contains(problem))
                .forEach(problems::add);
        return problems;
    }

    /** Why an asset can't be used; empty if it can or that is unknown. */
    private Optional<Finding> problem(ThumbnailKey asset) {
        return thumbnails
                .imageStatus(asset)
                .filter(ImageStatus.Rejected.class::isInstance)
                .map(status -> ((ImageStatus.Rejected) status).finding());
    }

    private boolean isAnimated(ThumbnailKey asset) {
        return thumbnails
                .imageStatus(asset)
                .filter(verdict -> verdict instanceof ImageStatus.Supported usable && usable.isAnimated())
                .isPresent();
    }

    /** Adds which images in the message are first frames of animated ones. */
    private EmbedBuilder nameStills(
            EmbedBuilder embed, List<ThumbnailKey> shown, EmbedImages images, GuildCapabilities capabilities) {
        var stills = shown.stream()
                .filter(this::isAnimated)
                .filter(asset -> images.isStill(asset.kind()))
                .map(asset -> still(asset, capabilities))
                .toList();
        return stills.isEmpty() ? embed : embed.addField("Animated", String.join("\n", stills), false);
    }

    private static String still(ThumbnailKey asset, GuildCapabilities capabilities) {
        var kind = asset.kind().label();
        return capabilities.supportsAnimated(asset.kind())
                ? "The %s is animated. The picture here is its first frame.".formatted(kind)
                : "The %s is animated. This server can't show animated %ss, so its first frame is used."
                        .formatted(kind, kind);
    }

    /** Replaces thumbnails by the originals of animated assets if the guild shows these animated. */
    private CompletableFuture<EmbedImages> original(
            List<ThumbnailKey> shown, GuildCapabilities capabilities, Map<ThumbnailKey, ImageFile> pictures) {
        var wanted = new EnumMap<AssetKind, CompletableFuture<Optional<ImageFile>>>(AssetKind.class);
        shown.forEach(asset ->
                wanted.put(asset.kind(), original(asset, capabilities, Optional.ofNullable(pictures.get(asset)))));
        return CompletableFuture.allOf(wanted.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    var images = new EnumMap<AssetKind, ImageFile>(AssetKind.class);
                    wanted.forEach((kind, picture) -> picture.join().ifPresent(it -> images.put(kind, it)));
                    return new EmbedImages(images);
                });
    }

    private CompletableFuture<Optional<ImageFile>> original(
            ThumbnailKey asset, GuildCapabilities capabilities, Optional<ImageFile> thumbnail) {
        return capabilities.supportsAnimated(asset.kind()) && isAnimated(asset)
                ? thumbnails.fetchOriginal(asset, MAX_BYTES).thenApply(whole -> whole.or(() -> thumbnail))
                : CompletableFuture.completedFuture(thumbnail);
    }
}
