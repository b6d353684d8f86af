package dev.brandingbot.app.settings;

import dev.brandingbot.cog.BrandingCogBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the values of settings. Each method returns empty if the value is invalid. */
public final class SettingParsers {
    private static final Pattern SNOWFLAKE = Pattern.compile("\\d{15,20}");
    private static final Pattern REPOSITORY = Pattern.compile("[\\w-]+/(?!\\.\\.?$)[\\w.-]+");
    private static final Pattern BRANCH = Pattern.compile("(?!-)[^\\s~^:?*\\[\\\\]+");
    private static final Pattern TOKEN = Pattern.compile("[!-~]+");
    private static final Pattern DAYS = Pattern.compile("\\d{1,3}");
    private static final Pattern DURATION = Pattern.compile("(?:(\\d{1,5})h)?\\s*(?:(\\d{1,5})m)?\\s*(?:(\\d{1,5})s)?");
    private static final Pattern EVENT_COUNT = Pattern.compile("\\d{1,2}");

    private SettingParsers() {}

    static Optional<Secret> token(String text) {
        return matching(TOKEN, text).map(Secret::new);
    }

    static Optional<Long> snowflake(String text) {
        try {
            return matching(SNOWFLAKE, text).map(Long::valueOf);
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    static Optional<Set<Long>> snowflakes(String text) {
        Set<Long> ids = new LinkedHashSet<>();
        for (String part : text.split(",", -1)) {
            Optional<Long> id = snowflake(part.strip());
            if (id.isEmpty()) {
                return Optional.empty();
            }
            ids.add(id.get());
        }
        return Optional.of(Set.copyOf(ids));
    }

    /** Parses a repository, {@code owner/name}. */
    public static Optional<String> repository(String text) {
        return matching(REPOSITORY, text);
    }

    /** Parses the name of a branch. */
    public static Optional<String> branch(String text) {
        return matching(BRANCH, text);
    }

    static Optional<URI> webUrl(String text) {
        return url(text, Set.of("http", "https"));
    }

    static Optional<URI> socketUrl(String text) {
        return url(text, Set.of("ws", "wss"));
    }

    private static Optional<URI> url(String text, Set<String> schemes) {
        try {
            URI uri = new URI(text);
            // A login in the URL is not used, and would appear in messages.
            var isUsable = uri.getHost() != null && uri.getRawUserInfo() == null && schemes.contains(uri.getScheme());
            return isUsable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }

    /** Parses the path of a file or folder. */
    public static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    static Optional<Boolean> onOrOff(String text) {
        return switch (text) {
            case "on" -> Optional.of(true);
            case "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<String> announceText(String text) {
        return Optional.of(text)
                .filter(it -> !it.isBlank() && it.length() <= BrandingCogBuilder.MAX_ANNOUNCEMENT_TEXT_LENGTH);
    }

    static Optional<Duration> days(String text) {
        return matching(DAYS, text)
                .map(days -> Duration.ofDays(Integer.parseInt(days)))
                .filter(days -> days.compareTo(BrandingCogBuilder.MAX_ROTATION) <= 0);
    }

    static Optional<Integer> events(String text) {
        return matching(EVENT_COUNT, text)
                .map(Integer::valueOf)
                .filter(count -> count <= BrandingCogBuilder.MAX_SCHEDULED_EVENTS);
    }

    /** Parses a duration like {@code 1h30m}. {@code off} is zero. */
    static Optional<Duration> interval(String text) {
        if (text.equals("off")) {
            return Optional.of(Duration.ZERO);
        }
        Matcher time = DURATION.matcher(text);
        return time.matches() ? inBounds(durationOf(time)) : Optional.empty();
    }

    private static Duration durationOf(Matcher time) {
        return Duration.ofHours(number(time, 1)).plusMinutes(number(time, 2)).plusSeconds(number(time, 3));
    }

    private static long number(Matcher matcher, int group) {
        return Optional.ofNullable(matcher.group(group)).map(Long::parseLong).orElse(0L);
    }

    private static Optional<Duration> inBounds(Duration duration) {
        return duration.compareTo(BrandingCogBuilder.MIN_CHECK_INTERVAL) >= 0
                        && duration.compareTo(BrandingCogBuilder.MAX_CHECK_INTERVAL) <= 0
                ? Optional.of(duration)
                : Optional.empty();
    }

    private static Optional<String> matching(Pattern pattern, String text) {
        return pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}
