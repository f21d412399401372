package io.parley.gateway.routes;

import java.net.URI;
import java.util.Locale;

/** A service behind the gateway, all of its replicas under one address. */
public record Upstream(String name, String host, int port, boolean tls) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    static Upstream of(String name, URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("the address of " + name + " must be http://host:port, was " + url);
        }
        boolean tls = scheme.equals("https");
        int standard = tls ? HTTPS : HTTP;
        return new Upstream(name, url.getHost(), url.getPort() < 0 ? standard : url.getPort(), tls);
    }
}
