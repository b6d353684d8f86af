package dev.brandingbot.sync;

import static java.util.stream.Collectors.toMap;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.Image;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.GuildAbilities;
import dev.brandingbot.sync.guild.GuildAnswer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** A guild in memory: it shows what it was given, and can refuse. */
public final class FakeGuild implements BrandedGuild {
    private static final GuildAnswer DONE = new GuildAnswer.Done();

    private final Map<AssetKind, Image> shown = new EnumMap<>(AssetKind.class);
    private final List<Map<AssetKind, Image>> requests = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<Announcement> announcements = new ArrayList<>();
    private GuildAbilities abilities = new GuildAbilities(true, true, true, true, true, true);
    private BiFunction<Map<AssetKind, Image>, String, GuildAnswer> answer = (images, reason) -> DONE;
    private GuildAnswer announcementAnswer = DONE;

    public void set(GuildAbilities newAbilities) {
        abilities = newAbilities;
    }

    public void answerWith(BiFunction<Map<AssetKind, Image>, String, GuildAnswer> newAnswer) {
        answer = newAnswer;
    }

    void answerAnnouncementsWith(GuildAnswer newAnswer) {
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
    List<Map<AssetKind, Image>> requests() {
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
    public GuildAbilities abilities() {
        return abilities;
    }

    @Override
    public GuildAnswer change(Map<AssetKind, Image> images, String reason) {
        requests.add(images);
        reasons.add(reason);
        var given = answer.apply(images, reason);
        if (!(given instanceof GuildAnswer.Done)) {
            return given;
        }
        shown.putAll(images);
        return new GuildAnswer.Done(hashes());
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
    public Optional<Map<AssetKind, String>> hashes(Map<AssetKind, String> expected) {
        return Optional.of(hashes());
    }

    @Override
    public GuildAnswer announce(Announcement announcement) {
        if (announcementAnswer instanceof GuildAnswer.Done) {
            announcements.add(announcement);
        }
        return announcementAnswer;
    }
}
