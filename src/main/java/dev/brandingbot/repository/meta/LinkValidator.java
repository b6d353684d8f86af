package dev.brandingbot.repository.meta;

import static dev.brandingbot.repository.meta.DateSuggestion.quoted;

import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The rules for a link in a description. The link is not opened. */
final class LinkValidator {
    private static final Pattern WEB = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What Discord makes something of besides: its own pages, channels by their role, and what opens another program. */
    private static final Pattern OTHERS = Pattern.compile("(discord|id|mailto|tel|sms):.+", Pattern.CASE_INSENSITIVE);

    private LinkValidator() {}

    /** What is wrong with the address that a link leads to. */
    static Optional<String> problem(String address) {
        if (address.isBlank()) {
            return Optional.of("The link has no address. Write https://… between `(` and `)`.");
        }
        if (OTHERS.matcher(address).matches()) {
            return Optional.empty();
        }
        if (!WEB.matcher(address).matches()) {
            return Optional.of(
                    "Discord does not open " + quoted(address) + ". Write the whole address, starting with https://.");
        }
        var url = Optional.ofNullable(HttpUrl.parse(address));
        return url.map(HttpUrl::host).filter(LinkValidator::isPublic).isPresent()
                ? Optional.empty()
                : Optional.of("No website can be at " + quoted(address) + ". Correct the address.");
    }

    private static boolean isPublic(String host) {
        return host.contains(".") || host.contains(":");
    }
}
