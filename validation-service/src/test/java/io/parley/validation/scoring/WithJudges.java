package io.parley.validation.scoring;

import static io.parley.validation.testing.StubModel.verdict;
import static org.awaitility.Awaitility.await;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionValidated;
import io.parley.platform.access.Access;
import io.parley.platform.testing.TestBroker;
import io.parley.platform.testing.TestTokens;
import io.parley.validation.testing.Person;
import io.parley.validation.testing.StubModel;
import io.parley.validation.testing.StubModel.Line;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of judging share: models that answer as a test wants, executions to judge, their verdicts. */
abstract class WithJudges {

    static final String RUBRIC = "{'rubric': {'text': 'is polite', 'model': 'judge'}}";
    static final Line YES = verdict("pass", 0.9, "It says please.");
    static final Line NO = verdict("fail", 0.8, "It shouts.");

    @Inject
    Vertx vertx;

    final Person api = Person.as(TestTokens.newWorkspace(), Access.EDITOR);
    final List<StubModel> stubs = new ArrayList<>();
    private final List<ExecutionValidated> verdicts = new ArrayList<>();
    TestBroker broker;
    private String published;

    @BeforeEach
    void connect() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
        broker = TestBroker.connect();
        published = broker.listen(ExecutionValidated.class);
    }

    @AfterEach
    void disconnect() {
        broker.close();
        stubs.forEach(StubModel::close);
    }

    Completed answer() {
        return new Completed().of(api.workspace());
    }

    /** The verdict on a new execution whose one answer is expected to be so. */
    ExecutionValidated judged(String... expected) {
        ExecutionCompleted completed = answer().turn("hi", expected).event();
        broker.publish(completed);
        return verdictOf(completed);
    }

    StubModel register(String name, Line... script) {
        return register(name, Map.of(), script);
    }

    StubModel register(String name, Map<String, Object> settings, Line... script) {
        StubModel stub = StubModel.scripted(vertx, script);
        stubs.add(stub);
        api.send("POST", "/models", model(name, stub.url(), settings)).statusCode(201);
        return stub;
    }

    static Map<String, Object> model(String name, String url, Map<String, Object> settings) {
        Map<String, Object> model = new HashMap<>(
                Map.of("name", name, "baseUrl", url, "model", "large", "prices", Map.of("input", 2, "output", 10)));
        model.putAll(settings);
        return model;
    }

    ValidatableResponse costs(String query) {
        return api.get("/judge-costs" + query).statusCode(200);
    }

    ExecutionValidated verdictOf(ExecutionCompleted completed) {
        await().atMost(Duration.ofSeconds(30)).until(() -> received(completed.executionId()));
        return of(completed.executionId()).findFirst().orElseThrow();
    }

    boolean received(ExecutionId execution) {
        verdicts.addAll(broker.takeAll(published, ExecutionValidated.class));
        return of(execution).findAny().isPresent();
    }

    Stream<ExecutionValidated> of(ExecutionId execution) {
        return verdicts.stream().filter(verdict -> verdict.executionId().equals(execution));
    }
}
