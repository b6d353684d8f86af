package dev.brandingbot.sandbox;

import dev.brandingbot.sandbox.discord.FakeDiscordSettings;
import dev.brandingbot.sandbox.discord.model.FakeChannel;
import dev.brandingbot.sandbox.discord.model.FakeMember;
import dev.brandingbot.sandbox.discord.model.FakeRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Renders times, mentions and links as Discord's client shows them, in UTC. Bold text and code are not changed.
 *
 * @param clock the time that relative times are computed from
 * @param discord the members, roles and channels that can be mentioned
 */
record Markup(Clock clock, FakeDiscordSettings discord) {
    private static final Pattern MARKUP = Pattern.compile("`[^`]*`"
            + "|<t:(?<time>-?\\d{1,12})(?::(?<style>[tTdDfFR]))?>"
            + "|<#(?<channel>\\d{1,19})>"
            + "|<@&(?<role>\\d{1,19})>"
            + "|<@!?(?<user>\\d{1,19})>"
            + "|</(?<command>[^:>]{1,100}):\\d{1,19}>"
            + "|<a?:(?<emoji>\\w{1,32}):\\d{1,19}>"
            + "|\\[(?<link>[^\\]\\n]{1,500})\\]\\(<?https?://(?:[^()\\s]++|\\([^()\\s]*+\\))*+\\)"
            + "|\\\\(?<escaped>\\p{Punct})");

    private static final Map<String, DateTimeFormatter> STYLES = Map.of(
            "t", format("HH:mm"),
            "T", format("HH:mm:ss"),
            "d", format("MM/dd/uuuu"),
            "D", format("MMMM d, uuuu"),
            "f", format("MMMM d, uuuu HH:mm"),
            "F", format("EEEE, MMMM d, uuuu HH:mm"));

    private static final String DEFAULT_STYLE = "f";
    private static final int MINUTES_PER_HOUR = 60;
    private static final int HOURS_PER_DAY = 24;

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    String render(String text) {
        var match = MARKUP.matcher(text);
        var rendered = new StringBuilder();
        while (match.find()) {
            match.appendReplacement(rendered, Matcher.quoteReplacement(render(match)));
        }
        return match.appendTail(rendered).toString();
    }

    private String render(Matcher match) {
        return Stream.of(
                        group(match, "time").map(time -> time(time, group(match, "style"))),
                        group(match, "channel").map(id -> "#" + channel(id)),
                        group(match, "role").map(id -> "@" + role(id)),
                        group(match, "user").map(id -> "@" + user(id)),
                        group(match, "command").map(name -> "/" + name),
                        group(match, "emoji").map(name -> ":" + name + ":"),
                        group(match, "link"),
                        group(match, "escaped"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(match::group);
    }

    private static Optional<String> group(Matcher match, String name) {
        return Optional.ofNullable(match.group(name));
    }

    private String time(String seconds, Optional<String> style) {
        var moment = Instant.ofEpochSecond(Long.parseLong(seconds));
        var format = STYLES.get(style.orElse(DEFAULT_STYLE));
        return format == null ? relative(moment) : format.format(moment);
    }

    private String relative(Instant moment) {
        Duration distance = Duration.between(clock.instant(), moment);
        String text = describe(distance.abs().toSeconds());
        return distance.isNegative() ? text + " ago" : "in " + text;
    }

    /** Uses the largest unit of which there is at least one; 23 h 45 min is rounded to 24 h, so it is a day. */
    private static String describe(long seconds) {
        if (seconds < ChronoUnit.MINUTES.getDuration().toSeconds()) {
            return "a few seconds";
        }
        if (rounded(seconds, ChronoUnit.MINUTES) < MINUTES_PER_HOUR) {
            return describe(rounded(seconds, ChronoUnit.MINUTES), "minute");
        }
        return rounded(seconds, ChronoUnit.HOURS) < HOURS_PER_DAY
                ? describe(rounded(seconds, ChronoUnit.HOURS), "hour")
                : describe(rounded(seconds, ChronoUnit.DAYS), "day");
    }

    private static String describe(long count, String unit) {
        return String.format(Locale.ENGLISH, "%,d %s%s", count, unit, count == 1 ? "" : "s");
    }

    private static long rounded(long seconds, ChronoUnit unit) {
        return Math.round((double) seconds / unit.getDuration().toSeconds());
    }

    private String channel(String id) {
        return discord.guild().channels().stream()
                .filter(channel -> channel.id() == Long.parseLong(id))
                .map(FakeChannel::name)
                .findFirst()
                .orElse("unknown");
    }

    private String role(String id) {
        return discord.guild().roles().stream()
                .filter(role -> role.id() == Long.parseLong(id))
                .map(FakeRole::name)
                .findFirst()
                .orElse("unknown-role");
    }

    private String user(String id) {
        var bot = new FakeMember(discord.botId(), discord.botName(), Set.of());
        return Stream.concat(Stream.of(bot), discord.guild().members().stream())
                .filter(member -> member.id() == Long.parseLong(id))
                .map(FakeMember::name)
                .findFirst()
                .orElse("unknown-user");
    }
}
