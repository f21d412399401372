package io.parley.run.testing;

import static io.restassured.RestAssured.given;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Access;
import io.parley.platform.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The API as somebody of a workspace uses it.
 *
 * @param token access token of every request
 */
public record Api(WorkspaceId workspace, String token) {

    /** An editor of a workspace that nobody else uses. */
    public static Api ofNewWorkspace() {
        return as(TestTokens.newWorkspace(), Access.EDITOR);
    }

    public static Api as(WorkspaceId workspace, String role, String... groups) {
        return new Api(workspace, TestTokens.of(workspace, role, groups));
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token);
    }

    public ValidatableResponse get(String path, Object... parameters) {
        return request().get("/api/v1" + path, parameters).then();
    }

    public ValidatableResponse post(String path, Object body, Object... parameters) {
        return request()
                .contentType("application/json")
                .body(body)
                .post("/api/v1" + path, parameters)
                .then();
    }

    public ValidatableResponse importSuite(String yaml) {
        return request()
                .contentType("application/yaml")
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/suites")
                .then();
    }

    /** Registers a target of any name and gives its id. */
    public String target(int maxConcurrency) {
        return post(
                        "/targets",
                        Map.of(
                                "name",
                                "target " + System.nanoTime(),
                                "url",
                                "http://bot.invalid/chat",
                                "body",
                                "{\"text\": \"{{message}}\"}",
                                "limits",
                                Map.of("maxConcurrency", maxConcurrency)))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Imports a suite of so many cases of one turn and gives its id. */
    public String suite(int cases) {
        return importSuite(Suites.ofCases("suite " + System.nanoTime(), cases))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Starts a run of a new suite of so many cases and gives its id. */
    public String run(int cases, int maxConcurrency) {
        return post("/runs", Map.of("suiteId", suite(cases), "targetId", target(maxConcurrency)))
                .statusCode(201)
                .extract()
                .path("id");
    }

    public JsonPath show(String run) {
        return get("/runs/" + run).statusCode(200).extract().jsonPath();
    }
}
