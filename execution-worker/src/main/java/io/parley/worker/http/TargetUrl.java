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

    /** An absolute http or https URL without user and password; anything else fails with {@link BrokenOff}. */
    public static TargetUrl parse(String text) {
        try {
            return of(new URI(text.strip()), text);
        } catch (URISyntaxException malformed) {
            throw HttpFailures.invalidUrl(text);
        }
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
    String plainHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** For people; without the query, which may hold what is nobody's business. */
    @Override
    public String toString() {
        int query = path.indexOf('?');
        String shown = query < 0 ? path : path.substring(0, query);
        return (secure ? "https://" : "http://") + host + ":" + port + shown;
    }
}
