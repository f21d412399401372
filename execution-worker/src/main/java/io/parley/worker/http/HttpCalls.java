package io.parley.worker.http;

import io.netty.handler.codec.http.HttpHeaderValidationUtil;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.Login;
import io.parley.worker.BrokenOff;
import io.parley.worker.templates.Escaping;
import io.parley.worker.templates.Scope;
import io.parley.worker.templates.Templates;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Renders the request of a turn. */
@ApplicationScoped
public class HttpCalls {

    /** Headers that frame the message on a connection that conversations share. */
    private static final Set<String> OUR_OWN = Set.of(
            "connection", "content-length", "expect", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade");

    private static final int LAST_LATIN_1 = 0xFF;
    private static final String CONTENT_TYPE = "content-type";
    private static final String USER_AGENT = "user-agent";

    private final Templates templates;

    HttpCalls(Templates templates) {
        this.templates = templates;
    }

    /** The request of a login; fails as {@link #render(HttpTarget, Scope)} does. */
    HttpCall render(Login login, Scope scope) {
        return render(login.method(), login.url(), login.headers(), login.body(), scope)
                .orRedirected();
    }

    /** The request of a turn; fails with {@link BrokenOff} or {@link io.parley.worker.templates.InvalidTemplate}. */
    HttpCall render(HttpTarget target, Scope scope) {
        return render(target.method(), target.url(), target.headers(), target.body(), scope);
    }

    private HttpCall render(
            String method, String address, Map<String, String> written, @Nullable String body, Scope scope) {
        TargetUrl url = TargetUrl.parse(templates.render(address, scope, Escaping.URL));
        Map<String, String> headers = headers(written, scope);
        if (body != null) {
            headers.putIfAbsent(CONTENT_TYPE, "application/json");
        }
        return new HttpCall(method, url, headers, body(body, scope));
    }

    /** Headers to send, by names in any case; fails as {@link #render(HttpTarget, Scope)} does. */
    public Map<String, String> headers(Map<String, String> written, Scope scope) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put(USER_AGENT, "parley");
        written.forEach((name, template) -> {
            String value = templates.render(template, scope, Escaping.NONE).strip();
            requireSendable(name, value);
            headers.put(name, value);
        });
        return headers;
    }

    private static void requireSendable(String name, String value) {
        if (OUR_OWN.contains(name.toLowerCase(Locale.ROOT))) {
            throw HttpFailures.invalidHeader(name, "the worker sets it itself; remove it from the target");
        }
        if (name.isEmpty() || HttpHeaderValidationUtil.validateToken(name) >= 0) {
            throw HttpFailures.invalidHeader(name, "its name may have letters, digits and hyphens only");
        }
        if (HttpHeaderValidationUtil.validateValidHeaderValue(value) >= 0) {
            throw HttpFailures.invalidHeader(name, "its value may have no line breaks and control characters");
        }
        if (value.chars().anyMatch(character -> character > LAST_LATIN_1)) {
            throw HttpFailures.invalidHeader(
                    name, "its value goes beyond Latin-1; encode it, for example with urlencode");
        }
    }

    private @Nullable Buffer body(@Nullable String template, Scope scope) {
        return template == null ? null : Buffer.buffer(templates.render(template, scope, Escaping.JSON));
    }
}
