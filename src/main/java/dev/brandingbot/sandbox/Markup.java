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
 * Renders times, mentions and links as Discord's client shows them, in UTC. Bold text and code stay as they are written.
 *
 * @param clock what relative times count from
 * @param discord who and what can be mentioned
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

    private static final String USUAL_STYLE = "f";

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
        var format = STYLES.get(style.orElse(USUAL_STYLE));
        return format == null ? relative(moment) : format.format(moment);
    }

    private String relative(Instant moment) {
        var away = Duration.between(clock.instant(), moment);
        var words = inWords(away.abs().toSeconds());
        return away.isNegative() ? words + " ago" : "in " + words;
    }

    private static String inWords(long seconds) {
        return Stream.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES)
                .filter(unit -> rounded(seconds, unit) > 0)
                .findFirst()
                .map(unit -> inWords(rounded(seconds, unit), unit))
                .orElse("a few seconds");
    }

    private static String inWords(long count, ChronoUnit unit) {
        var words = unit.toString().toLowerCase(Locale.ROOT);
        return count == 1 ? "1 " + words.substring(0, words.length() - 1) : count + " " + words;
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
