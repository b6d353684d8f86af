package dev.brandingbot.sandbox.discord.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A slash command as a member types it.
 *
 * @param command the words before the options, without the slash: {@code branding calendar show}
 * @param options the options' values as typed, by name; members, roles and channels by their ids
 * @param memberId who types
 * @param channelId where
 */
public record SlashInvocation(String command, Map<String, String> options, long memberId, long channelId) {
    private static final Pattern OPTION = Pattern.compile("(?<=\\s)(?<name>[-\\w]+):(?<value>.*?)(?=\\s+[-\\w]+:|$)");

    public SlashInvocation {
        options = Map.copyOf(options);
    }

    /** Reads a command as it stands in Discord's text box: {@code /branding about event:events/easter}. */
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
