package dev.brandingbot.app.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The URL of a Redis server with its login: {@code rediss://user:password@host:6379/2}. Its {@code toString} hides the password. */
public final class RedisUrl {
    private static final int DEFAULT_PORT = 6379;
    private static final Pattern SCHEME = Pattern.compile("rediss?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATABASE = Pattern.compile("(/\\d{0,4})?");

    private final URI uri;

    private RedisUrl(URI uri) {
        this.uri = uri;
    }

    /** Parses a URL, in which the port is optional. Returns empty if it is invalid. */
    public static Optional<RedisUrl> parse(String text) {
        try {
            URI uri = new URI(text);
            return isUsable(uri) ? Optional.of(new RedisUrl(withPort(uri))) : Optional.empty();
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }

    /**
     * Returns the URL of a server on this machine.
     *
     * @param port the port
     * @param password letters and digits only
     */
    public static RedisUrl onLoopback(int port, String password) {
        return new RedisUrl(URI.create("redis://:" + password + "@127.0.0.1:" + port));
    }

    /** Returns the URL of a server on this machine without a password, as earlier versions of the bot started it. */
    public static RedisUrl onLoopback(int port) {
        return new RedisUrl(URI.create("redis://127.0.0.1:" + port));
    }

    private static boolean isUsable(URI uri) {
        return uri.getScheme() != null
                && SCHEME.matcher(uri.getScheme()).matches()
                && uri.getHost() != null
                && uri.getRawPath() != null
                && DATABASE.matcher(uri.getRawPath()).matches()
                && uri.getQuery() == null
                && uri.getFragment() == null
                && (uri.getRawUserInfo() == null || uri.getRawUserInfo().contains(":"));
    }

    private static URI withPort(URI uri) throws URISyntaxException {
        if (uri.getPort() >= 0) {
            return uri;
        }
        String userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
        return new URI(uri.getScheme() + "://" + userInfo + uri.getHost() + ":" + DEFAULT_PORT + uri.getRawPath());
    }

    /** Returns the URL with its password. */
    public URI uri() {
        return uri;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RedisUrl url && url.uri.equals(uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    @Override
    public String toString() {
        String login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo().replaceFirst(":.*", ":***@");
        return uri.getScheme() + "://" + login + uri.getHost() + ":" + uri.getPort() + uri.getRawPath();
    }
}
