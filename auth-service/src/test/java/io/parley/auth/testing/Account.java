package io.parley.auth.testing;

import static io.restassured.RestAssured.given;

import io.parley.contracts.WorkspaceId;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** Somebody with an account and a login; each is new and knows no other. */
public record Account(String id, String email, String password, String workspace, JsonPath tokens) {

    private static final String PASSWORD = "correct horse battery";

    /** Somebody who has registered and logged in to the workspace of their own. */
    public static Account register() {
        return register(newEmail());
    }

    public static Account register(String email) {
        JsonPath registered = send(Map.of("email", email, "password", PASSWORD, "displayName", "Somebody"), "register")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String workspace = registered.getString("workspaceId");
        return new Account(registered.getString("id"), email, PASSWORD, workspace, login(email, PASSWORD, workspace));
    }

    /** A request of whoever runs the platform. */
    public static RequestSpecification operator() {
        String token = send(Map.of("email", OwnSettings.OWNER, "password", OwnSettings.OWNER_PASSWORD), "login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
        return given().contentType(ContentType.JSON).auth().oauth2(token);
    }

    public static String newEmail() {
        return UUID.randomUUID() + "@example.com";
    }

    /** Adds this account, its address verified, to a workspace and logs in there. */
    public Account in(Account owner, String role) {
        verified();
        owner.call()
                .body(Map.of("email", email, "role", role))
                .put("/api/v1/workspaces/{id}/members", owner.workspace())
                .then()
                .statusCode(200);
        return new Account(id, email, password, owner.workspace(), login(email, password, owner.workspace()));
    }

    /** As if a mail to the address had been answered. */
    public Account verified() {
        Database.update("update auth.users set verified_at = now() where id::text = ?", id);
        return this;
    }

    public String accessToken() {
        return tokens.getString("accessToken");
    }

    public String refreshToken() {
        return tokens.getString("refreshToken");
    }

    public WorkspaceId workspaceId() {
        return WorkspaceId.fromString(workspace);
    }

    /** A request with this account's access token. */
    public RequestSpecification call() {
        return given().contentType(ContentType.JSON).auth().oauth2(accessToken());
    }

    /** Posts to one of the paths under {@code /api/v1/auth} without a token. */
    public static Response send(Map<String, ?> body, String what) {
        return given().contentType(ContentType.JSON).body(body).post("/api/v1/auth/" + what);
    }

    private static JsonPath login(String email, String password, String workspace) {
        return send(Map.of("email", email, "password", password, "workspaceId", workspace), "login")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
