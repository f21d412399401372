package io.parley.worker.http;

import io.netty.handler.codec.http.cookie.ClientCookieDecoder;
import io.netty.handler.codec.http.cookie.Cookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cookies of one conversation (RFC 6265), sent back to where they belong; at most {@value #MOST} of them. */
final class Cookies {

    private static final int MOST = 100;

    private final Map<Place, Kept> kept = new LinkedHashMap<>();

    /** The same cookies for another conversation. */
    Cookies copy() {
        Cookies copy = new Cookies();
        copy.kept.putAll(kept);
        return copy;
    }

    /** Takes what a response sets; cookies for other hosts than those it comes from are left. */
    void take(TargetUrl url, List<String> headers) {
        for (String header : headers) {
            Cookie cookie = ClientCookieDecoder.LAX.decode(header);
            if (cookie != null) {
                take(url, cookie);
            }
        }
    }

    private void take(TargetUrl url, Cookie cookie) {
        String host = lower(url.host());
        String domain = domain(cookie, host);
        if (domain == null) {
            return;
        }
        String path = cookie.path() == null || !cookie.path().startsWith("/") ? directory(url) : cookie.path();
        Place place = new Place(cookie.name(), domain, path);
        kept.remove(place);
        boolean expired = cookie.maxAge() != Cookie.UNDEFINED_MAX_AGE && cookie.maxAge() <= 0;
        if (!expired && kept.size() < MOST) {
            kept.put(place, new Kept(cookie.value(), cookie.domain() == null, cookie.isSecure()));
        }
    }

    /** Where it belongs to; null when the host may not say so. */
    private static @Nullable String domain(Cookie cookie, String host) {
        if (cookie.domain() == null) {
            return host;
        }
        String domain = lower(cookie.domain().startsWith(".") ? cookie.domain().substring(1) : cookie.domain());
        return host.equals(domain) || host.endsWith("." + domain) ? domain : null;
    }

    /** The header for a request, if there are cookies for it. */
    Optional<String> header(TargetUrl url) {
        String host = lower(url.host());
        String header = kept.entrySet().stream()
                .filter(entry -> entry.getValue().goesTo(entry.getKey(), host, url.secure()))
                .filter(entry -> isWithin(entry.getKey().path(), pathOf(url)))
                .map(entry -> entry.getKey().name() + "=" + entry.getValue().value())
                .collect(Collectors.joining("; "));
        return header.isEmpty() ? Optional.empty() : Optional.of(header);
    }

    private static boolean isWithin(String path, String requested) {
        return requested.equals(path)
                || (requested.startsWith(path) && (path.endsWith("/") || requested.charAt(path.length()) == '/'));
    }

    private static String directory(TargetUrl url) {
        String path = pathOf(url);
        int last = path.lastIndexOf('/');
        return last <= 0 ? "/" : path.substring(0, last);
    }

    private static String pathOf(TargetUrl url) {
        int query = url.path().indexOf('?');
        return query < 0 ? url.path() : url.path().substring(0, query);
    }

    private static String lower(String host) {
        return host.toLowerCase(Locale.ROOT);
    }

    private record Place(String name, String domain, String path) {}

    /** @param hostOnly whether it goes to the very host that set it, and not to hosts below */
    private record Kept(String value, boolean hostOnly, boolean secure) {

        boolean goesTo(Place place, String host, boolean secured) {
            boolean belongs = host.equals(place.domain()) || (!hostOnly && host.endsWith("." + place.domain()));
            return belongs && (secured || !secure);
        }
    }
}
