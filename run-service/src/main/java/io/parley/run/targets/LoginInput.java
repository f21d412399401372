package io.parley.run.targets;

import io.parley.contracts.Login;
import io.parley.platform.expressions.InvalidExpression;
import io.parley.platform.expressions.JsonQuery;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request before the first turn; {@link Login} says what each part means.
 *
 * @param method POST unless given
 * @param oncePerRun false unless given
 */
record LoginInput(
        @NotBlank @Size(max = 4_000) @Pattern(regexp = Form.NO_NUL, message = Form.NO_NUL_MESSAGE) String url,

        @Nullable @Pattern(regexp = Form.METHOD, message = Form.METHOD_MESSAGE) String method,

        @Nullable @Size(max = 50) Map<
                        @Size(max = 200) @Pattern(regexp = Form.HEADER, message = Form.HEADER_MESSAGE) String,
                        @NotNull @Size(max = 8_000) @Pattern(regexp = Form.ONE_LINE, message = Form.ONE_LINE_MESSAGE) String>
                headers,

        @Nullable @Size(max = 100_000) @Pattern(regexp = Form.NO_NUL, message = Form.NO_NUL_MESSAGE) String body,

        @Nullable @Size(max = 50) Map<
                        @Size(max = 100) @Pattern(regexp = Form.SECRET, message = Form.SECRET_MESSAGE) String,
                        @NotBlank @Size(max = 1_000) @Pattern(regexp = Form.NO_NUL, message = Form.NO_NUL_MESSAGE) String>
                capture,

        @Nullable Boolean oncePerRun) {

    private static final String USUAL_METHOD = "POST";

    void check(TargetChecks checks) {
        checks.address("login/url", url, TargetChecks.HTTP);
        checks.template("login/url", url);
        checks.headers("login/headers", login().headers());
        checks.template("login/body", body);
        if (body != null && login().method().equals("GET")) {
            checks.refuse("login/body", "must be absent: GET sends none");
        }
        login().capture().forEach((name, path) -> check(checks, name, path));
    }

    private static void check(TargetChecks checks, String name, String path) {
        try {
            var unused = JsonQuery.compile(path);
        } catch (InvalidExpression malformed) {
            checks.refuse("login/capture/" + name, String.valueOf(malformed.getMessage()));
        }
    }

    Login login() {
        return new Login(
                url,
                method == null ? USUAL_METHOD : method,
                headers == null ? Map.of() : headers,
                body,
                capture == null ? Map.of() : capture,
                Boolean.TRUE.equals(oncePerRun));
    }
}
