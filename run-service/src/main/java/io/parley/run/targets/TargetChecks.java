package io.parley.run.targets;

import io.parley.contracts.Report;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is checked of a target before it is stored. Whether its host resolves is not: it may, by the time of a run. */
final class TargetChecks {

    /** Schemes of addresses. */
    static final Set<String> HTTP = Set.of("http", "https");

    static final Set<String> WEB_SOCKET = Set.of("ws", "wss");

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{[^{}]*+}}");
    private static final Pattern SECRET = Pattern.compile("\\bsecrets\\.([A-Za-z_][A-Za-z0-9_]*+)");
    private static final int MAX_JSON = 100_000;
    private static final int MAX_PORT = 65_535;

    private final Set<String> secrets;
    private final boolean local;
    private final List<FieldError> mistakes = new ArrayList<>();

    private TargetChecks(Set<String> secrets, boolean local) {
        this.secrets = secrets;
        this.local = local;
    }

    /**
     * Fails with every mistake of the target.
     *
     * @param secrets names of the secrets it will have
     */
    static void check(TargetInput input, Set<String> secrets) {
        List<FieldError> mistakes = mistakes(input, secrets, false);
        if (!mistakes.isEmpty()) {
            throw ProblemType.INVALID_INPUT.problem(mistakes);
        }
    }

    /**
     * Every mistake of the target, as {@link #check}.
     *
     * @param local whether the target is asked by whoever defines it, on a machine of their own
     */
    static List<FieldError> mistakes(TargetInput input, Set<String> secrets, boolean local) {
        TargetChecks checks = new TargetChecks(secrets, local);
        input.check(checks);
        return checks.mistakes;
    }

    /** An address, which may hold templates, of one of these schemes. */
    void address(String field, String text, Set<String> schemes) {
        String rendered = TEMPLATE.matcher(text).replaceAll("x");
        if (rendered.contains("{{")) {
            return; // told as a template that has no end
        }
        try {
            URI url = new URI(rendered).parseServerAuthority();
            if (!isUsable(url, schemes)) {
                String names = schemes.stream().sorted().collect(Collectors.joining(" or "));
                refuse(field, "must be an " + names + " address with a host and without a fragment");
            } else if (url.getRawUserInfo() != null) {
                refuse(field, "must not hold credentials; put them in a header, as secrets");
            }
        } catch (URISyntaxException malformed) {
            refuse(field, "must be an address such as https://example.com/chat: " + malformed.getReason());
        }
    }

    private static boolean isUsable(URI url, Set<String> schemes) {
        return url.getScheme() != null
                && schemes.contains(url.getScheme())
                && url.getHost() != null
                && url.getPort() <= MAX_PORT
                && url.getRawFragment() == null;
    }

    /** An http or https address without templates and query. */
    void plainAddress(String field, String text) {
        if (text.contains("{{") || text.contains("?")) {
            refuse(field, "must be an address without templates and query");
        } else {
            address(field, text, HTTP);
        }
    }

    /** A value that is sent as JSON, of a size that goes with every request. */
    void json(String field, Object value) {
        String text = String.valueOf(value);
        if (text.length() > MAX_JSON || text.indexOf('\0') >= 0) {
            refuse(field, "must be shorter than %,d characters and without U+0000".formatted(MAX_JSON));
        }
    }

    void headers(String field, Map<String, String> headers) {
        headers.forEach((name, value) -> template(field + "/" + name, value));
    }

    /** A template whose secrets the target has. */
    void template(String field, @Nullable String text) {
        if (text == null) {
            return;
        }
        String rest = TEMPLATE.matcher(text).replaceAll("");
        if (rest.contains("{{")) {
            refuse(field, "has a {{ without its }}");
        }
        Matcher templates = TEMPLATE.matcher(text);
        while (templates.find()) {
            secretsOf(field, templates.group());
        }
    }

    private void secretsOf(String field, String template) {
        Matcher used = SECRET.matcher(template);
        while (used.find()) {
            secret(field, used.group(1), used.group());
        }
    }

    private void secret(String field, String name, String use) {
        if (!secrets.contains(name)) {
            refuse(field, "uses " + use + ", which is not among the target's secrets");
        }
    }

    /** A platform starts no programs that its users name. */
    void startsPrograms(String field) {
        if (!local) {
            refuse(field, "must be another one: programs are started only by parley run --local, and by no platform");
        }
    }

    /** A secret that the target cannot do without. */
    void requireSecret(String name, String purpose) {
        if (!secrets.contains(name)) {
            refuse("secrets/" + name, "must be there, " + purpose);
        }
    }

    /** Pointers by the keys of {@link Report}. */
    void reports(@Nullable Map<String, String> reports) {
        if (reports != null) {
            reports.keySet().forEach(this::report);
        }
    }

    private void report(String name) {
        if (Report.named(name).isEmpty()) {
            String known = Arrays.stream(Report.values()).map(Report::key).collect(Collectors.joining(", "));
            refuse(
                    "reports/" + name.replace("~", "~0").replace("/", "~1"),
                    "is nothing that a target reports; known are " + known);
        }
    }

    void refuse(String field, String message) {
        mistakes.add(new FieldError("/" + field, message));
    }
}
