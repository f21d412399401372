package io.parley.worker.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One request, ready to be sent, as often as needed.
 *
 * @param begun whether the answer has begun, by what there is of the response's body
 * @param mayRedirect whether a response that leads elsewhere will do
 */
public record HttpCall(
        String method,
        TargetUrl url,
        Map<String, String> headers,
        @Nullable Buffer body,
        Predicate<Buffer> begun,
        boolean mayRedirect) {

    private static final String COOKIE = "Cookie";
    private static final Set<String> UNSHOWN = Set.of("authorization", "cookie", "hound-client-authentication");
    private static final int MOST_SHOWN = 20_000;

    /** One whose answer begins with its first byte. */
    public HttpCall(String method, TargetUrl url, Map<String, String> headers, @Nullable Buffer body) {
        this(method, url, headers, body, anything -> true, false);
    }

    /** The same request, whose answer begins when what there is of the response's body says so. */
    public HttpCall begunBy(Predicate<Buffer> beginning) {
        return new HttpCall(method, url, headers, body, beginning, mayRedirect);
    }

    /** The same request, to which a redirect is a response as good as any. */
    HttpCall orRedirected() {
        return new HttpCall(method, url, headers, body, begun, true);
    }

    /** The same request with the cookies that go along with it, besides those that it has. */
    HttpCall with(Cookies cookies) {
        cookies.header(url).ifPresent(header -> headers.merge(COOKIE, header, (own, more) -> own + "; " + more));
        return this;
    }

    /** The request to this address of the target's host. */
    RequestOptions to(InetAddress address) {
        RequestOptions options = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.secure())
                .setMethod(HttpMethod.valueOf(method))
                .setURI(url.path());
        headers.forEach(options::putHeader);
        return options;
    }

    /** What tells it from every other request. */
    byte[] identity() {
        Buffer identity = Buffer.buffer(method + " " + address() + "\n");
        headers.forEach((name, value) -> identity.appendString(name + ": " + value + "\n"));
        return (body == null ? identity : identity.appendString("\n").appendBuffer(body)).getBytes();
    }

    /**
     * As people read it, cut where it gets long; who asks is not shown.
     *
     * @param redaction takes secrets out, before the cut could leave a part of one
     */
    String shown(UnaryOperator<String> redaction) {
        StringBuilder shown = new StringBuilder(method + " " + address() + "\n");
        headers.forEach((name, value) -> shown.append(name)
                .append(": ")
                .append(UNSHOWN.contains(name.toLowerCase(Locale.ROOT)) ? "***" : value)
                .append('\n'));
        if (body != null) {
            shown.append('\n').append(body);
        }
        String clean = redaction.apply(shown.toString());
        return clean.length() > MOST_SHOWN ? clean.substring(0, MOST_SHOWN) + "…" : clean;
    }

    private String address() {
        return (url.secure() ? "https://" : "http://") + url.host() + ":" + url.port() + url.path();
    }

    @Override
    public String toString() {
        return method + " " + url;
    }
}
