package io.parley.auth.oidc;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** An absolute {@code http} or {@code https} address of a provider. */
record ProviderUrl(URI uri) {

    private static final String SECURE = "https";
    private static final int LONGEST = 2_000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Anything else than an absolute address without user and fragment is {@link ProviderFailed}. */
    static ProviderUrl parse(@Nullable String text, String what) {
        try {
            URI uri = new URI(text == null ? "" : text);
            boolean usable = uri.toString().length() <= LONGEST
                    && (SECURE.equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
            if (usable) {
                return new ProviderUrl(uri);
            }
        } catch (URISyntaxException malformed) {
            throw unusable(what);
        }
        throw unusable(what);
    }

    private static ProviderFailed unusable(String what) {
        return new ProviderFailed(what + " must be an absolute https address, such as https://id.example.com/realm");
    }

    boolean isSecure() {
        return SECURE.equals(uri.getScheme());
    }

    /** The host as the resolver wants it. */
    String plainHost() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The request to this address of the host; the name is still the one whose certificate must be valid. */
    RequestOptions request(HttpMethod method, InetAddress address) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(port(), address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port())
                .setSsl(isSecure())
                .setMethod(method)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .putHeader(HttpHeaders.ACCEPT, "application/json")
                .putHeader(HttpHeaders.USER_AGENT, "parley");
    }

    private int port() {
        return uri.getPort() > 0 ? uri.getPort() : isSecure() ? HTTPS : HTTP;
    }
}
