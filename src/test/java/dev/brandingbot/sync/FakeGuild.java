package dev.brandingbot.sync;

import static java.util.stream.Collectors.toMap;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.guild.GuildCapabilities;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** A guild in memory: it shows what it was given, and can refuse. */
public final class FakeGuild implements BrandedGuild {
    private static final DiscordResult DONE = new DiscordResult.Success();

    private final Map<AssetKind, AssetImage> shown = new EnumMap<>(AssetKind.class);
    private final List<Map<AssetKind, AssetImage>> requests = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<Announcement> announcements = new ArrayList<>();
    private GuildCapabilities abilities = new GuildCapabilities(true, true, true, true, true, true);
    private BiFunction<Map<AssetKind, AssetImage>, String, DiscordResult> answer = (images, reason) -> DONE;
    private DiscordResult announcementAnswer = DONE;

    public void set(GuildCapabilities newAbilities) {
        abilities = newAbilities;
    }

    public void answerWith(BiFunction<Map<AssetKind, AssetImage>, String, DiscordResult> newAnswer) {
        answer = newAnswer;
    }

    void answerAnnouncementsWith(DiscordResult newAnswer) {
        announcementAnswer = newAnswer;
    }

    /** The path of what is on. */
    Optional<String> shown(AssetKind kind) {
        return Optional.ofNullable(shown.get(kind)).map(image -> image.asset().path());
    }

    public void changeByHand(AssetKind kind) {
        shown.remove(kind);
    }

    /** What was uploaded, a line for each request: the kinds of its images. */
    List<Map<AssetKind, AssetImage>> requests() {
        return requests;
    }

    List<String> reasons() {
        return reasons;
    }

    /** The paths of the events that were announced. */
    List<String> announced() {
        return announcements.stream()
                .map(announcement -> announcement.event().path())
                .toList();
    }

    List<Announcement> announcements() {
        return announcements;
    }

    @Override
    public GuildCapabilities capabilities() {
        return abilities;
    }

    @Override
    public DiscordResult applyAssets(Map<AssetKind, AssetImage> images, String reason) {
        requests.add(images);
        reasons.add(reason);
        var given = answer.apply(images, reason);
        if (!(given instanceof DiscordResult.Success)) {
            return given;
        }
        shown.putAll(images);
        return new DiscordResult.Success(hashes());
    }

    /** As at Discord, the same image has the same hash, and one that a moderator put on has another. */
    private Map<AssetKind, String> hashes() {
        return Stream.of(AssetKind.values())
                .collect(toMap(
                        kind -> kind,
                        kind -> Optional.ofNullable(shown.get(kind))
                                .map(image -> "hash of " + image.asset().sha())
                                .orElse("hash of something else")));
    }

    @Override
    public Optional<Map<AssetKind, String>> imageHashes(Map<AssetKind, String> expected) {
        return Optional.of(hashes());
    }

    @Override
    public DiscordResult announce(Announcement announcement) {
        if (announcementAnswer instanceof DiscordResult.Success) {
            announcements.add(announcement);
        }
        return announcementAnswer;
    }
}
