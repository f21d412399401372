package io.parley.worker.houndify;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.HoundifyTarget;
import io.parley.contracts.Limits;
import io.parley.contracts.Reported;
import io.parley.contracts.TargetId;
import io.parley.platform.ids.Ids;
import io.parley.platform.secrets.Sealer;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubTarget;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class HoundifyDialogueTest {

    private static final String KEY = "c2VjcmV0IGtleSBvZiBhIGNsaWVudA==";

    @Inject
    Vertx vertx;

    @Inject
    Sealer sealer;

    private final Results results = new Results();

    @AfterEach
    void disconnect() {
        results.close();
    }

    @Test
    void requests_are_signed_and_carry_the_state_of_the_conversation() {
        String response = """
                {"Status": "OK", "AllResults": [{"CommandKind": "WeatherCommand", "WrittenResponseLong": "Sunny.",
                 "ConversationState": {"turn": 1}}]}""";
        try (StubTarget stub = StubTarget.answering(vertx, response)) {
            ExecutionCompleted result = results.of(target(stub), Duration.ofSeconds(10), "wéather & more?", "and?");

            Exchange first = Results.exchange(result);
            assertThat(first.answer()).isEqualTo("Sunny.");
            assertThat(Objects.requireNonNull(first.reported()).intent())
                    .isEqualTo(new Reported.Intent("WeatherCommand", null));
            StubTarget.Received asked = stub.received().getFirst();
            assertThat(asked.uri()).isEqualTo("/v1/text?query=w%C3%A9ather+%26+more%3F");
            JsonObject info = info(asked);
            assertThat(info.getString("City")).isEqualTo("Zürich");
            assertThat(info.containsKey("ConversationState")).isFalse();
            assertThat(info(stub.received().getLast()).getJsonObject("ConversationState"))
                    .isEqualTo(new JsonObject().put("turn", 1));
            assertThat(header(asked, "hound-request-authentication"))
                    .isEqualTo(info.getString("UserID") + ";" + info.getString("RequestID"));
            assertThat(header(asked, "hound-client-authentication"))
                    .isEqualTo(new Signature(
                                    "client",
                                    info.getString("UserID"),
                                    info.getString("RequestID"),
                                    info.getLong("TimeStamp"))
                            .clientAuthentication(KEY));
            assertThat(info(stub.received().getLast()).getString("RequestID"))
                    .isNotEqualTo(info.getString("RequestID"));
        }
    }

    private HoundifyTarget target(StubTarget stub) {
        return new HoundifyTarget(
                new TargetId(Ids.next()),
                "hound",
                stub.url() + "/v1/text",
                "client",
                Map.of("City", "Zürich"),
                "/AllResults/0/WrittenResponseLong",
                new Limits(1, null),
                Map.of("KEY", sealer.seal(KEY)),
                Map.of("intent", "/AllResults/0/CommandKind"));
    }

    private static JsonObject info(StubTarget.Received request) {
        return new JsonObject(header(request, "hound-request-info"));
    }

    private static String header(StubTarget.Received request, String name) {
        return Objects.requireNonNull(request.headers().get(name));
    }
}
