package io.parley.run.targets;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.contracts.Limits;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.TargetId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A target as a client describes it. Of each kind there is one form here, which says all that is asked of it: the constraints on
 * its components, what beyond them is checked, and the target that it comes to. Without a {@code kind} it is an {@code http}
 * target.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", visible = true, defaultImpl = HttpInput.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ChatInput.class, name = "chat"),
    @JsonSubTypes.Type(value = EchoInput.class, name = "echo"),
    @JsonSubTypes.Type(value = HoundifyInput.class, name = "houndify"),
    @JsonSubTypes.Type(value = HttpInput.class, name = "http"),
    @JsonSubTypes.Type(value = SubprocessInput.class, name = "subprocess"),
    @JsonSubTypes.Type(value = WebSocketInput.class, name = "websocket")
})
sealed interface TargetInput permits ChatInput, EchoInput, HoundifyInput, HttpInput, SubprocessInput, WebSocketInput {

    String name();

    @Nullable LimitsInput limits();

    /**
     * In clear, by name. Absent keeps those that are there; otherwise exactly the named ones remain, and a null keeps the value
     * that a name has.
     */
    @Nullable Map<String, String> secrets();

    /** Looks at what constraints cannot say. */
    void check(TargetChecks checks);

    /**
     * What it comes to.
     *
     * @param sealedSecrets by name
     */
    LiveTarget target(TargetId id, Map<String, String> sealedSecrets);

    /** What the target takes, if it says so; otherwise ten conversations at once, as fast as they go. */
    default Limits limitsOrUsual() {
        LimitsInput given = limits();
        return given == null ? LimitsInput.USUAL : given.limits();
    }
}
