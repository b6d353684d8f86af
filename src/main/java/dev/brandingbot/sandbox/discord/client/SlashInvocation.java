package dev.brandingbot.sandbox.discord.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A slash command that a member typed.
 *
 * @param command the words before the options, without the slash: {@code branding calendar show}
 * @param options the options' values by name; members, roles and channels as IDs
 * @param memberId the member's ID
 * @param channelId the channel's ID
 */
public record SlashInvocation(String command, Map<String, String> options, long memberId, long channelId) {
    private static final Pattern OPTION = Pattern.compile("(?<=\\s)(?<name>[-\\w]+):(?<value>.*?)(?=\\s+[-\\w]+:|$)");

    public SlashInvocation {
        options = Map.copyOf(options);
    }

    /** Parses a command like {@code /branding about event:events/easter}. */
    public static SlashInvocation parse(String typed, long memberId, long channelId) {
        var options = new LinkedHashMap<String, String>();
        var matcher = OPTION.matcher(typed);
        while (matcher.find()) {
            options.put(matcher.group("name"), matcher.group("value").strip());
        }
        var words = OPTION.matcher(typed).replaceAll("").strip().replaceAll("\\s+", " ");
        return new SlashInvocation(words.startsWith("/") ? words.substring(1) : words, options, memberId, channelId);
    }
}
