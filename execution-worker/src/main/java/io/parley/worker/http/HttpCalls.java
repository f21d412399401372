package io.parley.worker.http;

import io.netty.handler.codec.http.HttpHeaderValidationUtil;
import io.parley.contracts.HttpTarget;
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
class HttpCalls {

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

    /** The request; fails with {@link BrokenOff} or {@link io.parley.worker.templates.InvalidTemplate}. */
    HttpCall render(HttpTarget target, Scope scope) {
        TargetUrl url = TargetUrl.parse(templates.render(target.url(), scope, Escaping.URL));
        Map<String, String> headers = headers(target, scope);
        return new HttpCall(target.method(), url, headers, body(target.body(), scope));
    }

    private Map<String, String> headers(HttpTarget target, Scope scope) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put(USER_AGENT, "parley");
        if (target.body() != null) {
            headers.put(CONTENT_TYPE, "application/json");
        }
        target.headers().forEach((name, template) -> {
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
