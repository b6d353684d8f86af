package dev.brandingbot.repository.meta;

import static dev.brandingbot.repository.meta.DateSuggestion.quote;

import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Checks the address of a link in a description. Does not open it. */
final class LinkValidator {
    private static final Pattern WEB = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Other addresses that Discord opens: its own pages, channels by role, and other programs. */
    private static final Pattern OTHER_SCHEMES =
            Pattern.compile("(discord|id|mailto|tel|sms):.+", Pattern.CASE_INSENSITIVE);

    private LinkValidator() {}

    /** Returns what is wrong with the address of a link; empty if it is valid. */
    static Optional<String> problem(String address) {
        if (address.isBlank()) {
            return Optional.of("The link has no address. Write `https://…` between `(` and `)`.");
        }
        if (OTHER_SCHEMES.matcher(address).matches()) {
            return Optional.empty();
        }
        if (!WEB.matcher(address).matches()) {
            return Optional.of(
                    "Discord does not open " + quote(address) + ". Write the whole address, starting with `https://`.");
        }
        var url = Optional.ofNullable(HttpUrl.parse(address));
        return url.map(HttpUrl::host).filter(LinkValidator::isPublic).isPresent()
                ? Optional.empty()
                : Optional.of("Not the address of a public website: " + quote(address) + ". Correct it.");
    }

    private static boolean isPublic(String host) {
        return host.contains(".") || host.contains(":");
    }
}
