package io.parley.run.targets;

import io.parley.contracts.HoundifyTarget;
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
 * An assistant on the Houndify platform; {@link HoundifyTarget} says what each part means.
 *
 * @param url that of the platform unless given
 * @param answer the long form of the written response unless given
 * @param reports the kind of command as the intent unless given
 */
record HoundifyInput(
        @NotBlank @Size(max = 200) @Pattern(regexp = Form.ONE_LINE, message = Form.ONE_LINE_MESSAGE) String name,

        @Nullable @Size(min = 1, max = 2_000) @Pattern(regexp = Form.NO_NUL, message = Form.NO_NUL_MESSAGE) String url,

        @NotBlank @Size(max = 200) @Pattern(regexp = "[\\x21-\\x7E]*", message = "must be printable ASCII without spaces") String clientId,

        @Nullable @Size(max = 50) Map<@NotBlank @Size(max = 100) String, Object> requestInfo,

        @Nullable @Size(max = 1_000) @Pattern(regexp = Form.POINTER, message = Form.POINTER_MESSAGE) String answer,

        @Nullable @Valid LimitsInput limits,

        @Nullable @Size(max = 50) Map<
                        @Size(max = 100) @Pattern(regexp = Form.SECRET, message = Form.SECRET_MESSAGE) String,
                        @Nullable @Size(min = 1, max = 10_000) String>
                secrets,

        @Nullable @Size(max = 50) Map<String, @NotNull @Size(max = 1_000) @Pattern(regexp = Form.POINTER, message = Form.POINTER_MESSAGE) String>
                reports)
        implements TargetInput {

    private static final String USUAL_URL = "https://api.houndify.com/v1/text";
    private static final String USUAL_ANSWER = "/AllResults/0/WrittenResponseLong";
    private static final Map<String, String> USUAL_REPORTS = Map.of("intent", "/AllResults/0/CommandKind");

    @Override
    public void check(TargetChecks checks) {
        checks.plainAddress("url", urlOrUsual());
        checks.json("requestInfo", requestInfoOrNone());
        checks.requireSecret(HoundifyTarget.KEY, "which is to be the client key");
        checks.reports(reports);
    }

    @Override
    public LiveTarget target(TargetId id, Map<String, String> sealedSecrets) {
        return new HoundifyTarget(
                id,
                name,
                urlOrUsual(),
                clientId,
                requestInfoOrNone(),
                answer == null ? USUAL_ANSWER : answer,
                limitsOrUsual(),
                sealedSecrets,
                reports == null ? USUAL_REPORTS : reports);
    }

    private String urlOrUsual() {
        return url == null ? USUAL_URL : url;
    }

    private Map<String, Object> requestInfoOrNone() {
        return requestInfo == null ? Map.of() : requestInfo;
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "HoundifyInput[name=" + name + "]";
    }
}
