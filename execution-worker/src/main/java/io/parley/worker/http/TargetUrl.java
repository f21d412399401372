package io.parley.worker.http;

import io.parley.worker.BrokenOff;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes.
 *
 * @param host a name or an address, IPv6 in brackets
 * @param path with query, at least {@code /}
 */
public record TargetUrl(boolean secure, String host, int port, String path) {

    private static final String SOCKET = "ws";

    /** An absolute http or https URL without user and password; anything else fails with {@link BrokenOff}. */
    public static TargetUrl parse(String text) {
        try {
            return of(new URI(text.strip()), text);
        } catch (URISyntaxException malformed) {
            throw HttpFailures.invalidUrl(text);
        }
    }

    /** As {@link #parse}, for a ws or wss URL. */
    public static TargetUrl parseSocket(String text) {
        String url = text.strip();
        if (!url.regionMatches(true, 0, SOCKET, 0, SOCKET.length())) {
            throw HttpFailures.invalidSocketUrl(text);
        }
        return parse("http" + url.substring(SOCKET.length()));
    }

    private static TargetUrl of(URI uri, String text) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || !(secure || scheme.equals("http"))) {
            throw HttpFailures.invalidUrl(text);
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        if (port == 0 || port > 65_535) {
            throw HttpFailures.invalidUrl(text);
        }
        return new TargetUrl(secure, host, port, pathOf(URI.create(uri.toASCIIString())));
    }

    private static String pathOf(URI uri) {
        String path = uri.getRawPath();
        @Nullable String query = uri.getRawQuery();
        return (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    /** The host as the resolver wants it. */
    public String plainHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** As {@link #toString}, of a WebSocket. */
    public String asSocket() {
        return SOCKET + toString().substring("http".length());
    }

    /** For people; without the query, which may hold what is nobody's business. */
    @Override
    public String toString() {
        int query = path.indexOf('?');
        String shown = query < 0 ? path : path.substring(0, query);
        return (secure ? "https://" : "http://") + host + ":" + port + shown;
    }
}
