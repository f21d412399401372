package io.parley.gateway.routes;

import java.net.URI;
import java.util.Locale;

/**
 * One address of a service: a process, or what stands before several.
 *
 * @param service the name it is known by at the gateway
 */
public record Instance(String service, String host, int port, boolean tls) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    static Instance of(String service, URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("parley.gateway.services." + service
                    + ".url must be http://host:port, or several of these with commas between, was " + url);
        }
        boolean tls = scheme.equals("https");
        int standard = tls ? HTTPS : HTTP;
        return new Instance(service, url.getHost(), url.getPort() < 0 ? standard : url.getPort(), tls);
    }

    /** As people write it. */
    public String address() {
        return (tls ? "https://" : "http://") + host + ":" + port;
    }
}
