package io.parley.validation.testing;

import static io.restassured.RestAssured.given;

import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Access;
import io.parley.platform.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a workspace who uses the API.
 *
 * @param token access token of every request
 */
public record Person(WorkspaceId workspace, String token) {

    /** Somebody who may decide. */
    public static Person reviewer(WorkspaceId workspace) {
        return as(workspace, Access.REVIEWER);
    }

    public static Person as(WorkspaceId workspace, String role) {
        return new Person(workspace, TestTokens.of(workspace, role));
    }

    public UserId id() {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return UserId.fromString(new JsonObject(new String(claims, StandardCharsets.UTF_8)).getString("sub"));
    }

    public ValidatableResponse get(String path, Object... parameters) {
        return request().get("/api/v1" + path, parameters).then();
    }

    public ValidatableResponse post(String path, Object... parameters) {
        return request().post("/api/v1" + path, parameters).then();
    }

    public ValidatableResponse send(String method, String path, Object body) {
        return request()
                .contentType("application/json")
                .body(body)
                .request(method, "/api/v1" + path)
                .then();
    }

    public ValidatableResponse delete(String path) {
        return request().delete("/api/v1" + path).then();
    }

    /** The next review, claimed. */
    public JsonPath next() {
        return post("/reviews/next").statusCode(200).extract().jsonPath();
    }

    public ValidatableResponse decide(String review, String verdict, @Nullable String comment) {
        Map<String, String> body = new HashMap<>(Map.of("verdict", verdict));
        if (comment != null) {
            body.put("comment", comment);
        }
        return send("POST", "/reviews/" + review + "/decide", body);
    }

    public ValidatableResponse reopen(String review, String comment) {
        return send("POST", "/reviews/" + review + "/reopen", Map.of("comment", comment));
    }

    /** Claims the next review, which must be this one, and decides it. */
    public void claimAndDecide(String review, String verdict) {
        String claimed = next().getString("id");
        if (!claimed.equals(review)) {
            throw new AssertionError("claimed " + claimed + " instead of " + review);
        }
        decide(review, verdict, null).statusCode(200);
    }

    private RequestSpecification request() {
        return given().auth().oauth2(token);
    }
}
