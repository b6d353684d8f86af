package dev.brandingbot.sync;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.sync.ChaosEvent.Asset;
import dev.brandingbot.sync.ChaosEvent.Days;
import dev.brandingbot.sync.ChaosEvent.Quality;
import dev.brandingbot.sync.guild.GuildCapabilities;
import dev.brandingbot.testing.InMemorySource;
import dev.brandingbot.testing.TestImages;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A branding repository that is edited at random, with a plain model of what is in it. */
final class ChaosRepository {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);
    /** Of so many events every combination is tried. */
    private static final int MOST_UNKNOWN = 4;

    private static final LocalDate NEW_YEAR_OF_A_LEAP_YEAR = LocalDate.of(2028, 1, 1);
    private static final List<String> EDGES = List.of("--12-31", "--01-01", "--02-28", "--02-29", "--03-01");

    final InMemorySource source = new InMemorySource();

    /** What the guild allows now. */
    Supplier<GuildCapabilities> abilities = () -> GuildCapabilities.NONE;

    private final List<ChaosEvent> events = new ArrayList<>();
    private final Random random;
    private final ChaosModerators moderators;
    private int created;

    ChaosRepository(Random random, ChaosModerators moderators) {
        this.random = random;
        this.moderators = moderators;
        add(Optional.empty());
        for (var i = 0; i < 6; i++) {
            add(Optional.of(days()));
        }
    }

    /**
     * The event that should be on whether there is a fallback or not: the one that is pinned, then of those that have their days
     * and are not left out the one with the fewest, then the first by its path.
     */
    Optional<ChaosEvent> chosenOn(LocalDate day) {
        return chosenOn(day, valid());
    }

    /** The events that can be shown. */
    private List<ChaosEvent> valid() {
        return events.stream()
                .filter(event -> !event.isInvalid(abilities.get()))
                .toList();
    }

    private Optional<ChaosEvent> chosenOn(LocalDate day, List<ChaosEvent> among) {
        return moderators
                .pinned(day)
                .flatMap(this::event)
                .filter(among::contains)
                .or(() -> datedOn(day, among));
    }

    private Optional<ChaosEvent> datedOn(LocalDate day, List<ChaosEvent> among) {
        return among.stream()
                .filter(event -> event.days
                        .flatMap(days -> days.run(day))
                        .filter(run -> !moderators.leaveOut(event.path(), run.first()))
                        .isPresent())
                .min(comparing((ChaosEvent event) ->
                                event.days.orElseThrow().run(day).orElseThrow().lengthInDays())
                        .thenComparing(ChaosEvent::path));
    }

    Optional<ChaosEvent> fallback() {
        return fallback(valid());
    }

    private static Optional<ChaosEvent> fallback(List<ChaosEvent> among) {
        return among.stream().filter(ChaosEvent::isFallback).min(comparing(ChaosEvent::path));
    }

    boolean isInvalid(String path) {
        return event(path).filter(event -> event.isInvalid(abilities.get())).isPresent();
    }

    Optional<ChaosEvent> event(String path) {
        return events.stream().filter(event -> event.path().equals(path)).findFirst();
    }

    List<ChaosEvent> events() {
        return events;
    }

    /**
     * The next day on which another path is on, found by walking: for each set of events whose assets nobody has downloaded yet,
     * so that it is not known yet that none of them can be used.
     */
    Set<Optional<LocalDate>> nextSwitches(LocalDate today) {
        var unknown = events.stream()
                .filter(event -> !event.isBroken && event.isInvalid(abilities.get()))
                .limit(MOST_UNKNOWN)
                .toList();
        return IntStream.range(0, 1 << unknown.size())
                .mapToObj(set -> nextSwitch(today, withSome(unknown, set)))
                .collect(toSet());
    }

    private List<ChaosEvent> withSome(List<ChaosEvent> unknown, int set) {
        var some = IntStream.range(0, unknown.size())
                .filter(i -> (set >> i & 1) == 1)
                .mapToObj(unknown::get);
        return Stream.concat(valid().stream(), some).toList();
    }

    private Optional<LocalDate> nextSwitch(LocalDate today, List<ChaosEvent> among) {
        var now = on(today, valid());
        for (var day = today.plusDays(1); !day.isAfter(today.plusDays(367)); day = day.plusDays(1)) {
            if (!on(day, among).equals(now)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private Optional<String> on(LocalDate day, List<ChaosEvent> among) {
        return chosenOn(day, among).or(() -> fallback(among)).map(ChaosEvent::path);
    }

    /** Gives an event another name, and says what was done. */
    String rename(ChaosEvent event) {
        var before = event.name;
        event.name = newName();
        event.isUnrecognised = true;
        source.rename(before, event.name);
        return "rename " + before + " to " + event.name;
    }

    /** Edits something, but not {@code spared}, and says what was done. */
    String edit(Predicate<ChaosEvent> spared) {
        var candidates = events.stream().filter(spared.negate()).toList();
        if (candidates.size() < 3) {
            return "add " + add(random.nextInt(4) == 0 ? Optional.empty() : Optional.of(days()));
        }
        var event = candidates.get(random.nextInt(candidates.size()));
        return switch (random.nextInt(8)) {
            case 0 -> "add " + add(random.nextInt(5) == 0 ? Optional.empty() : Optional.of(days()));
            case 1 -> remove(event);
            case 2, 3 -> event.isBroken ? mend(event) : breakIt(event);
            case 4 -> event.isFallback() || event.isBroken ? mend(event) : move(event);
            default -> changeAssets(event);
        };
    }

    private String remove(ChaosEvent event) {
        events.remove(event);
        source.remove(event.name);
        return "remove " + event;
    }

    private String breakIt(ChaosEvent event) {
        event.isBroken = true;
        if (random.nextBoolean()) {
            source.remove(event.name + "/meta.md");
        } else {
            source.meta(event.name, "start_date: Juni 1\nend_date: June 30");
        }
        return "break " + event;
    }

    private String mend(ChaosEvent event) {
        event.isBroken = false;
        writeMeta(event);
        return "mend " + event;
    }

    private String move(ChaosEvent event) {
        event.days = Optional.of(days());
        writeMeta(event);
        return "move " + event;
    }

    private String changeAssets(ChaosEvent event) {
        var kind = AssetKind.values()[random.nextInt(2)];
        var files = event.files(kind);
        var extra =
                files.keySet().stream().filter(file -> !file.startsWith("base")).findFirst();
        if (extra.isPresent() && random.nextBoolean()) {
            files.remove(extra.get());
            source.remove(event.name + "/" + kind.folder() + "/" + extra.get());
            return "remove " + event.name + "/" + extra.get();
        }
        return random.nextInt(3) == 0
                ? put(event, kind, "base.png", Quality.GOOD)
                : put(event, kind, newName(), quality(event, kind));
    }

    /** Of those that Discord refuses only one, lest trying the others ends before it comes to a good one. */
    private Quality quality(ChaosEvent event, AssetKind kind) {
        var quality = random.nextInt(3) == 0 ? Quality.values()[random.nextInt(4)] : Quality.GOOD;
        var isSecond = event.files(kind).values().stream().anyMatch(asset -> asset.quality() == Quality.REFUSED);
        return quality == Quality.REFUSED && isSecond ? Quality.GOOD : quality;
    }

    private ChaosEvent add(Optional<Days> days) {
        var event = new ChaosEvent(newName(), days);
        events.add(event);
        writeMeta(event);
        // An event may have no banner that can be used, but always an icon.
        put(event, AssetKind.BANNER, "base.png", random.nextInt(6) == 0 ? Quality.BAD : Quality.GOOD);
        put(event, AssetKind.ICON, "base.png", Quality.GOOD);
        for (var more = random.nextInt(4); more > 0; more--) {
            var kind = AssetKind.values()[random.nextInt(2)];
            put(event, kind, newName(), quality(event, kind));
        }
        return event;
    }

    private String put(ChaosEvent event, AssetKind kind, String file, Quality quality) {
        var name = file.contains(".") ? file : file + (quality == Quality.ANIMATED ? ".gif" : ".png");
        var text = event.name + name + created++;
        var path = event.name + "/" + kind.folder() + "/" + name;
        source.put(
                path,
                switch (quality) {
                    case GOOD -> TestImages.png(text);
                    case REFUSED -> TestImages.png(text + ChaosGuild.REFUSED);
                    case ANIMATED -> TestImages.animatedGif(text);
                    case BAD -> ("no image " + text).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                });
        event.files(kind).put(name, new Asset(name, quality, source.sha(path)));
        return "put " + path + " " + quality;
    }

    private void writeMeta(ChaosEvent event) {
        source.meta(
                event.name,
                event.days
                        .map(days -> "start_date: %s\nend_date: %s"
                                .formatted(DAY.format(days.first()), DAY.format(days.last())))
                        .orElse("fallback: true"));
    }

    /** Names in no order. */
    private String newName() {
        return (char) ('a' + random.nextInt(26)) + "_" + created++;
    }

    private Days days() {
        var start = random.nextInt(4) == 0
                ? MonthDay.parse(EDGES.get(random.nextInt(EDGES.size())))
                : day(random.nextInt(366));
        var most = List.of(1, 10, 20, 60, 150).get(random.nextInt(5));
        var index = start.atYear(NEW_YEAR_OF_A_LEAP_YEAR.getYear()).getDayOfYear() - 1;
        return new Days(start, day((index + random.nextInt(most)) % 366));
    }

    private static MonthDay day(int index) {
        return MonthDay.from(NEW_YEAR_OF_A_LEAP_YEAR.plusDays(index));
    }
}
