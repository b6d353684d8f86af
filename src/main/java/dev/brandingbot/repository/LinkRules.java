package dev.brandingbot.repository;

import static dev.brandingbot.repository.DateHint.quoted;

import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The rules for a link in a description. Nobody is asked whether there is something at the other end. */
final class LinkRules {
    private static final Pattern WEB = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What Discord makes something of besides: its own pages, channels by their role, and what opens another program. */
    private static final Pattern OTHERS = Pattern.compile("(discord|id|mailto|tel|sms):.+", Pattern.CASE_INSENSITIVE);

    private LinkRules() {}

    /** What is wrong with the address that a link leads to. */
    static Optional<String> problem(String address) {
        if (address.isBlank()) {
            return Optional.of("This link has no address: write https://… between ( and ).");
        }
        if (OTHERS.matcher(address).matches()) {
            return Optional.empty();
        }
        if (!WEB.matcher(address).matches()) {
            return Optional.of("This link leads to " + quoted(address)
                    + ", and Discord follows whole addresses only: begin it with https:// .");
        }
        var url = Optional.ofNullable(HttpUrl.parse(address));
        return url.map(HttpUrl::host).filter(LinkRules::isPublic).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "This link leads to " + quoted(address) + ", where no website can be: correct the address.");
    }

    private static boolean isPublic(String host) {
        return host.contains(".") || host.contains(":");
    }
}
