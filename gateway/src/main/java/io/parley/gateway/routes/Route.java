package io.parley.gateway.routes;

/**
 * Where requests below a path go.
 *
 * @param prefix whole path segments
 * @param bodyLimit largest request body, in bytes
 */
public record Route(String prefix, Upstream upstream, long bodyLimit) {

    boolean covers(String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
