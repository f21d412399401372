package io.parley.validation.models;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is checked of a model's address before it is stored. Where its host leads is checked at each request. */
final class BaseUrl {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int MAX_PORT = 65_535;

    private BaseUrl() {}

    /** The address without a slash at its end; one that no request can go to is a 422. */
    static String checked(String text) {
        String complaint = complaint(text);
        if (complaint != null) {
            throw ProblemType.INVALID_INPUT.problem(List.of(new FieldError("/baseUrl", complaint)));
        }
        return plain(text);
    }

    /** Without a slash at its end. */
    static String plain(String text) {
        return text.replaceFirst("/+$", "");
    }

    /** Why no request can go there, or null if one can. */
    static @Nullable String complaint(String text) {
        try {
            URI url = new URI(text).parseServerAuthority();
            if (url.getScheme() == null
                    || !SCHEMES.contains(url.getScheme())
                    || url.getHost() == null
                    || url.getPort() == 0
                    || url.getPort() > MAX_PORT) {
                return "must be an http or https address with a host";
            }
            if (url.getRawUserInfo() != null) {
                return "must not hold credentials; the key has a field of its own";
            }
            return url.getRawQuery() == null && url.getRawFragment() == null
                    ? null
                    : "must have neither query nor fragment: /chat/completions is put behind it";
        } catch (URISyntaxException malformed) {
            return "must be an address such as https://api.example.com/v1: " + malformed.getReason();
        }
    }
}
