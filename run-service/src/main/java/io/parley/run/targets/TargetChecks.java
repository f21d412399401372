package io.parley.run.targets;

import io.parley.contracts.Report;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is checked of a target before it is stored. Whether its host resolves is not: it may, by the time of a run. */
final class TargetChecks {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{[^{}]*+}}");
    private static final Pattern SECRET = Pattern.compile("\\bsecrets\\.([A-Za-z_][A-Za-z0-9_]*+)");
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int MAX_PORT = 65_535;

    private final TargetInput input;
    private final Set<String> secrets;
    private final List<FieldError> mistakes = new ArrayList<>();

    private TargetChecks(TargetInput input, Set<String> secrets) {
        this.input = input;
        this.secrets = secrets;
    }

    /**
     * Fails with every mistake of the target.
     *
     * @param secrets names of the secrets it will have
     */
    static void check(TargetInput input, Set<String> secrets) {
        TargetChecks checks = new TargetChecks(input, secrets);
        checks.all();
        if (!checks.mistakes.isEmpty()) {
            throw ProblemType.INVALID_INPUT.problem(checks.mistakes);
        }
    }

    private void all() {
        url();
        template("url", input.url());
        input.headersOrNone().forEach((name, value) -> template("headers/" + name, value));
        template("body", input.body());
        if (input.body() != null && input.methodOrUsual().equals("GET")) {
            refuse("body", "must be absent: GET sends none");
        }
        if (input.reports() != null) {
            input.reports().keySet().forEach(this::report);
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

    private void url() {
        String rendered = TEMPLATE.matcher(input.url()).replaceAll("x");
        if (rendered.contains("{{")) {
            return; // told as a template that has no end
        }
        try {
            URI url = new URI(rendered).parseServerAuthority();
            boolean usable = url.getScheme() != null
                    && SCHEMES.contains(url.getScheme())
                    && url.getHost() != null
                    && url.getPort() <= MAX_PORT
                    && url.getRawFragment() == null;
            if (!usable) {
                refuse("url", "must be an http or https address with a host and without a fragment");
            } else if (url.getRawUserInfo() != null) {
                refuse("url", "must not hold credentials; put them in a header, as secrets");
            }
        } catch (URISyntaxException malformed) {
            refuse("url", "must be an address such as https://example.com/chat: " + malformed.getReason());
        }
    }

    private void template(String field, @Nullable String text) {
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
            if (!secrets.contains(used.group(1))) {
                refuse(field, "uses " + used.group() + ", which is not among the target's secrets");
            }
        }
    }

    private void refuse(String field, String message) {
        mistakes.add(new FieldError("/" + field, message));
    }
}
