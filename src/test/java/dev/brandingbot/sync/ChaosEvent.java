package dev.brandingbot.sync;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.sync.guild.GuildCapabilities;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An event as the plain model knows it. */
final class ChaosEvent {
    /** The days on which it is on; nothing for a fallback. */
    Optional<Days> days;

    /** The name of its folder. */
    String name;

    boolean isBroken;

    /** Whether it got another name since the bot last showed it, or the bot forgot everything since. */
    boolean isUnrecognised;

    /** Whether it was to be announced while there was no channel for that. */
    boolean isExcused;

    private final Map<AssetKind, Map<String, Asset>> assets = new EnumMap<>(AssetKind.class);

    ChaosEvent(String name, Optional<Days> days) {
        this.name = name;
        this.days = days;
        for (var kind : AssetKind.values()) {
            assets.put(kind, new TreeMap<>());
        }
    }

    /** What is special about an asset. */
    enum Quality {
        GOOD,
        ANIMATED,
        /** No image at all. */
        BAD,
        /** An image that Discord refuses. */
        REFUSED
    }

    /** A file; each has a content of its own. */
    record Asset(String file, Quality quality, String sha) {}

    String path() {
        return "events/" + name;
    }

    boolean isFallback() {
        return days.isEmpty();
    }

    /** Its files of one kind, by name. */
    Map<String, Asset> files(AssetKind kind) {
        return assets.get(kind);
    }

    boolean has(AssetKind kind, String sha) {
        return files(kind).values().stream().anyMatch(asset -> asset.sha().equals(sha));
    }

    /** Whether it is left out by a guild with these abilities. */
    boolean isInvalid(GuildCapabilities abilities) {
        return isBroken
                || abilities.shown().stream()
                        .anyMatch(kind ->
                                files(kind).values().stream().allMatch(asset -> asset.quality() == Quality.BAD));
    }

    boolean hasRefused() {
        return assets.values().stream()
                .flatMap(files -> files.values().stream())
                .anyMatch(asset -> asset.quality() == Quality.REFUSED);
    }

    /** The SHAs of what a guild with these abilities can show. */
    List<String> usable(AssetKind kind, GuildCapabilities abilities) {
        return files(kind).values().stream()
                .filter(asset -> asset.quality() == Quality.GOOD
                        || (asset.quality() == Quality.ANIMATED && abilities.supportsAnimated(kind)))
                .filter(asset -> abilities.supports(kind))
                .map(Asset::sha)
                .toList();
    }

    @Override
    public String toString() {
        return name + days.map(Days::toString).orElse("(fallback)") + (isBroken ? "(broken)" : "");
    }

    /** The same days every year, found by walking from day to day. */
    record Days(MonthDay first, MonthDay last) {
        private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

        /** The run of days that {@code day} is one of. */
        Optional<DateRange> run(LocalDate day) {
            for (var start = day; start.isAfter(day.minusDays(367)); start = start.minusDays(1)) {
                if (is(first, start)) {
                    var end = last.isBefore(first) ? start.plusDays(1) : start;
                    while (!is(last, end)) {
                        end = end.plusDays(1);
                    }
                    if (!end.isBefore(day)) {
                        return Optional.of(new DateRange(start, end));
                    }
                }
            }
            return Optional.empty();
        }

        /** The run of days that is on at {@code day} or comes next. */
        DateRange next(LocalDate day) {
            return Stream.iterate(day, next -> next.plusDays(1))
                    .flatMap(next -> run(next).stream())
                    .findFirst()
                    .orElseThrow();
        }

        private static boolean is(MonthDay wanted, LocalDate day) {
            return wanted.equals(LEAP_DAY) && !day.isLeapYear()
                    ? day.getMonthValue() == 2 && day.getDayOfMonth() == 28
                    : wanted.getMonthValue() == day.getMonthValue() && wanted.getDayOfMonth() == day.getDayOfMonth();
        }

        @Override
        public String toString() {
            return "(" + first + " to " + last + ")";
        }
    }
}
