package dev.brandingbot.sync;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.guild.GuildCapabilities;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Discord, as all copies of the bot see it: a guild that can fail in every way, and its changelog channel. */
final class ChaosGuild implements BrandedGuild {
    /** Discord refuses images with this text in them. */
    static final String REFUSED = "refused";

    private static final String BY_HAND = "by hand";
    private static final DiscordResult DONE = new DiscordResult.Success();

    final Map<AssetKind, Shown> shown = new EnumMap<>(AssetKind.class);
    final List<Message> channel = new ArrayList<>();
    GuildCapabilities abilities = new GuildCapabilities(true, true, true, true, true, true);

    /** What happens at the request after so many others. */
    Fault fault = Fault.NONE;

    int requestsBefore;
    private int requests;

    /** What goes on while a copy is frozen between the check of its lease and its request. */
    Optional<Runnable> whileFrozen = Optional.empty();

    Runnable death = () -> {};
    private final Consumer<Map<AssetKind, AssetImage>> changeRule;
    private final Consumer<Announcement> announcementRule;
    private final Consumer<String> journal;

    /**
     * @param changeRule fails when images must not be put on
     * @param announcementRule fails when an announcement must not be sent; asked only where it is not in the channel yet
     */
    ChaosGuild(
            Consumer<Map<AssetKind, AssetImage>> changeRule,
            Consumer<Announcement> announcementRule,
            Consumer<String> journal) {
        this.changeRule = changeRule;
        this.announcementRule = announcementRule;
        this.journal = journal;
    }

    /** What happens to a request. */
    enum Fault {
        NONE,
        FAILS,
        LOSES_THE_ANSWER,
        REFUSES,
        KILLS_BEFORE,
        KILLS_AFTER
    }

    /** What is on, and since which upload. */
    record Shown(String path, String sha, int uploads) {}

    /** An announcement in the channel. */
    record Message(String path, DateRange days, LocalDate sent) {}

    void arm(Fault newFault, int others) {
        fault = newFault;
        requestsBefore = others;
        requests = 0;
    }

    void disarm() {
        arm(Fault.NONE, 0);
        whileFrozen = Optional.empty();
    }

    Optional<String> sha(AssetKind kind) {
        return Optional.ofNullable(shown.get(kind)).map(Shown::sha);
    }

    int uploads(AssetKind kind) {
        return Optional.ofNullable(shown.get(kind)).map(Shown::uploads).orElse(0);
    }

    void changeByHand(AssetKind kind) {
        shown.put(kind, new Shown(BY_HAND, BY_HAND, uploads(kind)));
    }

    boolean isByHand(AssetKind kind) {
        return sha(kind).filter(BY_HAND::equals).isPresent();
    }

    @Override
    public GuildCapabilities capabilities() {
        return abilities;
    }

    @Override
    public DiscordResult applyAssets(Map<AssetKind, AssetImage> images, String reason) {
        if (whileFrozen.isPresent()) {
            var meanwhile = whileFrozen.get();
            whileFrozen = Optional.empty();
            meanwhile.run();
            journal.accept("too late: " + names(images));
            return put(images);
        }
        changeRule.accept(images);
        return answer("change " + names(images), () -> put(images));
    }

    @Override
    public Optional<Map<AssetKind, String>> imageHashes(Map<AssetKind, String> expected) {
        return Optional.of(hashes());
    }

    private Map<AssetKind, String> hashes() {
        return shown.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        entry -> "hash of " + entry.getValue().sha()));
    }

    /** Like the real one it looks first whether the announcement is there already. */
    @Override
    public DiscordResult announce(Announcement announcement) {
        var path = announcement.event().path();
        return answer("announce " + path, () -> {
            var isThere = channel.stream()
                    .anyMatch(message ->
                            message.path().equals(path) && message.days().overlaps(announcement.days()));
            if (!isThere) {
                announcementRule.accept(announcement);
            }
            return DONE;
        });
    }

    private DiscordResult answer(String request, Supplier<DiscordResult> effect) {
        var now = requests++ == requestsBefore ? fault : Fault.NONE;
        journal.accept(request + (now == Fault.NONE ? "" : " " + now));
        switch (now) {
            case FAILS:
                return new DiscordResult.Failed("Discord answered: 500.", true);
            case REFUSES:
                return new DiscordResult.Rejected("Discord answered: 400.");
            case KILLS_BEFORE:
                throw killed();
            default:
        }
        var answer = effect.get();
        if (now == Fault.KILLS_AFTER) {
            throw killed();
        }
        return now == Fault.LOSES_THE_ANSWER ? new DiscordResult.Failed("Discord did not answer in time.") : answer;
    }

    private MortalRedis.Killed killed() {
        death.run();
        return new MortalRedis.Killed();
    }

    private DiscordResult put(Map<AssetKind, AssetImage> images) {
        if (images.values().stream().anyMatch(ChaosGuild::isRefused)) {
            return new DiscordResult.Rejected("Discord refuses this image.");
        }
        images.forEach((kind, image) ->
                shown.put(kind, new Shown(image.asset().path(), image.asset().sha(), uploads(kind) + 1)));
        return new DiscordResult.Success(hashes());
    }

    private static boolean isRefused(AssetImage image) {
        return new String(image.bytes(), ISO_8859_1).contains(REFUSED);
    }

    private static String names(Map<AssetKind, AssetImage> images) {
        return images.values().stream()
                .map(image -> image.asset().path())
                .sorted()
                .collect(joining(" and "));
    }
}
