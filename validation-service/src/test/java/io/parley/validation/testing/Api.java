package io.parley.validation.testing;

import static io.restassured.RestAssured.given;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Access;
import io.parley.platform.testing.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

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

    public ValidatableResponse put(String path, Object body, Object... parameters) {
        return request()
                .contentType("application/json")
                .body(body)
                .put("/api/v1" + path, parameters)
                .then();
    }

    public ValidatableResponse delete(String path, Object... parameters) {
        return request().delete("/api/v1" + path, parameters).then();
    }

    private RequestSpecification request() {
        return given().auth().oauth2(token);
    }
}
