package io.parley.run.targets;

import io.parley.contracts.HttpTarget;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.TargetId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assistant that answers HTTP requests; {@link HttpTarget} says what each part means.
 *
 * @param kind {@code http}, also when it is absent
 * @param method POST unless given
 */
record HttpInput(
        @Nullable @Pattern(regexp = "http", message = "must be one of chat, echo, houndify, http and websocket") String kind,

        @NotBlank @Size(max = 200) @Pattern(regexp = Form.ONE_LINE, message = Form.ONE_LINE_MESSAGE) String name,

        @NotBlank @Size(max = 4_000) @Pattern(regexp = Form.NO_NUL, message = Form.NO_NUL_MESSAGE) String url,

        @Nullable @Pattern(regexp = Form.METHOD, message = Form.METHOD_MESSAGE) String method,

        @Nullable @Size(max = 50) Map<
                        @Size(max = 200) @Pattern(regexp = Form.HEADER, message = Form.HEADER_MESSAGE) String,
                        @NotNull @Size(max = 8_000) @Pattern(regexp = Form.ONE_LINE, message = Form.ONE_LINE_MESSAGE) String>
                headers,

        @Nullable @Size(max = 100_000) @Pattern(regexp = Form.NO_NUL, message = Form.NO_NUL_MESSAGE) String body,

        @Nullable @Size(max = 1_000) @Pattern(regexp = Form.POINTER, message = Form.POINTER_MESSAGE) String answer,

        @Nullable @Valid LimitsInput limits,

        @Nullable @Size(max = 50) Map<
                        @Size(max = 100) @Pattern(regexp = Form.SECRET, message = Form.SECRET_MESSAGE) String,
                        @Nullable @Size(min = 1, max = 10_000) String>
                secrets,

        @Nullable @Size(max = 50) Map<String, @NotNull @Size(max = 1_000) @Pattern(regexp = Form.POINTER, message = Form.POINTER_MESSAGE) String>
                reports,

        @Nullable @Valid LoginInput login)
        implements TargetInput {

    private static final String USUAL_METHOD = "POST";

    @Override
    public void check(TargetChecks checks) {
        checks.address("url", url, TargetChecks.HTTP);
        checks.template("url", url);
        checks.headers("headers", headersOrNone());
        checks.template("body", body);
        if (body != null && methodOrUsual().equals("GET")) {
            checks.refuse("body", "must be absent: GET sends none");
        }
        checks.reports(reports);
        if (login != null) {
            login.check(checks);
        }
    }

    @Override
    public LiveTarget target(TargetId id, Map<String, String> sealedSecrets) {
        return new HttpTarget(
                id,
                name,
                url,
                methodOrUsual(),
                headersOrNone(),
                body,
                answer,
                limitsOrUsual(),
                sealedSecrets,
                reports,
                login == null ? null : login.login());
    }

    private String methodOrUsual() {
        return method == null ? USUAL_METHOD : method;
    }

    private Map<String, String> headersOrNone() {
        return headers == null ? Map.of() : headers;
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "HttpInput[name=" + name + "]";
    }
}
