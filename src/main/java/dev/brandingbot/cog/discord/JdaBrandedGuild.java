package dev.brandingbot.cog.discord;

import static java.util.stream.Collectors.toMap;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.support.Texts;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.AnnouncementChannel;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.guild.GuildCapabilities;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Icon;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import net.dv8tion.jda.internal.requests.restaction.AuditableRestActionImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A guild accessed through JDA. Blocks on Discord, so don't call it on JDA's threads. */
public final class JdaBrandedGuild implements BrandedGuild {
    private static final Logger log = LoggerFactory.getLogger(JdaBrandedGuild.class);
    /** The maximum length of a reason in the audit log. */
    private static final int MAX_REASON = 512;

    private final Supplier<Optional<Guild>> guild;
    private final Optional<AnnouncementChannel> changelog;
    private final BooleanSupplier isHeld;

    /**
     * Creates a guild that is changed without a lock.
     *
     * @param guild returns the guild, or empty while it is not available
     * @param changelog the channel for announcements; empty if nothing is announced
     */
    public JdaBrandedGuild(Supplier<Optional<Guild>> guild, Optional<AnnouncementChannel> changelog) {
        this(guild, changelog, () -> true);
    }

    private JdaBrandedGuild(
            Supplier<Optional<Guild>> guild, Optional<AnnouncementChannel> changelog, BooleanSupplier isHeld) {
        this.guild = guild;
        this.changelog = changelog;
        this.isHeld = isHeld;
    }

    @Override
    public BrandedGuild whileHeld(BooleanSupplier isHeldNow) {
        return new JdaBrandedGuild(guild, changelog, isHeldNow);
    }

    @Override
    public GuildCapabilities capabilities() {
        return guild.get().map(this::capabilitiesOf).orElse(GuildCapabilities.NONE);
    }

    private GuildCapabilities capabilitiesOf(Guild here) {
        var features = here.getFeatures();
        return new GuildCapabilities(
                true,
                here.getSelfMember().hasPermission(Permission.MANAGE_SERVER),
                features.contains("BANNER"),
                features.contains("ANIMATED_ICON"),
                features.contains("ANIMATED_BANNER"),
                changelog.isPresent());
    }

    @Override
    public DiscordResult applyAssets(Map<AssetKind, AssetImage> images, String reason) {
        return guild.get().map(here -> applyAssets(here, images, reason)).orElseGet(JdaBrandedGuild::unavailable);
    }

    private DiscordResult applyAssets(Guild here, Map<AssetKind, AssetImage> images, String reason) {
        var result = DiscordRequests.sendWhile(
                isHeld,
                () -> modification(here, images).reason(Texts.cut(reason, MAX_REASON)),
                DiscordResult.Success::new);
        if (result instanceof DiscordResult.Success) {
            images.forEach((kind, image) -> log.info(
                    "Applied an asset. guild={} kind={} path={} sha={}",
                    here.getId(),
                    kind.label(),
                    image.asset().path(),
                    "%.7s".formatted(image.asset().sha())));
        }
        return result;
    }

    /**
     * Makes a request that changes only the images. JDA's {@code GuildManager} sends the guild's cached name along with every
     * change, which could undo a renaming. This uses JDA's internal API, which an integration test covers.
     */
    private static AuditableRestActionImpl<Map<AssetKind, String>> modification(
            Guild here, Map<AssetKind, AssetImage> images) {
        var body = DataObject.empty();
        images.forEach((kind, image) -> body.put(field(kind), icon(image).getEncoding()));
        return new AuditableRestActionImpl<>(
                here.getJDA(),
                Route.Guilds.MODIFY_GUILD.compile(here.getId()),
                body,
                (response, request) -> hashes(response.getObject()));
    }

    /** JDA's cache has the hashes of Discord's last event; a request may return newer ones. */
    @Override
    public Optional<Map<AssetKind, String>> imageHashes(Map<AssetKind, String> expected) {
        return guild.get()
                .flatMap(here ->
                        Optional.of(cached(here)).filter(expected::equals).or(() -> fetched(here)));
    }

    private static Map<AssetKind, String> cached(Guild here) {
        return hashes(DataObject.empty().put("icon", here.getIconId()).put("banner", here.getBannerId()));
    }

    private static Optional<Map<AssetKind, String>> fetched(Guild here) {
        var question = new RestActionImpl<Map<AssetKind, String>>(
                here.getJDA(),
                Route.Guilds.GET_GUILD.compile(here.getId()),
                (response, request) -> hashes(response.getObject()));
        return DiscordRequests.send(question, DiscordResult.Success::new) instanceof DiscordResult.Success done
                ? Optional.of(done.hashes())
                : Optional.empty();
    }

    private static Map<AssetKind, String> hashes(DataObject json) {
        return Stream.of(AssetKind.values())
                .filter(kind -> !json.isNull(field(kind)))
                .collect(toMap(kind -> kind, kind -> json.getString(field(kind))));
    }

    private static String field(AssetKind kind) {
        return switch (kind) {
            case BANNER -> "banner";
            case ICON -> "icon";
        };
    }

    /** Sets the type explicitly, because JDA assumes JPEG for every image. */
    public static Icon icon(AssetImage image) {
        var type = switch (image.type()) {
            case PNG -> Icon.IconType.PNG;
            case JPEG -> Icon.IconType.JPEG;
            case GIF -> Icon.IconType.GIF;
        };
        return Icon.from(image.bytes(), type);
    }

    @Override
    public DiscordResult announce(Announcement announcement) {
        return changelog.map(channel -> channel.announce(announcement, isHeld)).orElse(DiscordResult.NO_CHANGELOG);
    }

    private static DiscordResult unavailable() {
        return new DiscordResult.Failed(GuildCapabilities.UNAVAILABLE);
    }
}
