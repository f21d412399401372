package io.parley.auth.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.sun.net.httpserver.HttpServer;
import io.parley.auth.testing.Account;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class ProvidersTest {

    private HttpServer server;
    private String issuer;
    private Account admin;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        server.start();
        admin = Account.register();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_workspace_has_one_provider_and_an_admin_sees_all_of_it_but_the_secret() {
        serve(document(issuer));

        set(Map.of("groupClaim", "teams", "scopes", List.of("groups")))
                .then()
                .statusCode(200)
                .body("issuer", equalTo(issuer))
                .body(
                        "redirectUri",
                        equalTo("https://parley.local/api/v1/auth/oidc/%s/callback".formatted(admin.workspace())))
                .body(
                        "startUrl",
                        equalTo("https://parley.local/api/v1/auth/oidc/%s/start".formatted(admin.workspace())));

        admin.call()
                .get("/api/v1/workspaces/{id}/identity-provider", admin.workspace())
                .then()
                .statusCode(200)
                .body("clientId", equalTo("parley"))
                .body("groupClaim", equalTo("teams"))
                .body("scopes", equalTo(List.of("groups")))
                .body("roles", equalTo(Map.of("testers", "editor")))
                .body(not(containsString("the client's secret")));
    }

    @Test
    void set_anew_without_a_secret_it_keeps_the_one_it_has_and_its_groups_are_the_new_ones() {
        serve(document(issuer));
        set(Map.of()).then().statusCode(200);
        String secret = secret();

        set(without("clientSecret", Map.of("roles", Map.of("testers", "viewer", "leads", "admin"))))
                .then()
                .statusCode(200)
                .body("roles", equalTo(Map.of("testers", "viewer", "leads", "admin")));

        assertThat(secret()).isEqualTo(secret);
    }

    @Test
    void a_secret_is_told_to_no_other_issuer_and_for_no_other_client_than_it_was_given_for() {
        serve(document(issuer));
        serve("/other", document(issuer + "/other"));
        set(Map.of()).then().statusCode(200);
        String secret = secret();

        set(without("clientSecret", Map.of("issuer", issuer + "/other")))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/clientSecret"));
        set(without("clientSecret", Map.of("clientId", "another")))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/clientSecret"));

        admin.call()
                .get("/api/v1/workspaces/{id}/identity-provider", admin.workspace())
                .then()
                .body("issuer", equalTo(issuer))
                .body("clientId", equalTo("parley"));
        assertThat(secret()).isEqualTo(secret);
    }

    @Test
    void what_a_provider_says_is_asked_anew_when_it_is_set_and_its_issuer_is_taken_to_the_letter() {
        serve(document(issuer));
        set(Map.of()).then().statusCode(200);

        refused(Map.of("issuer", issuer + "/"), "names another issuer: '" + issuer + "'");
        server.removeContext("/.well-known/openid-configuration");
        refused(Map.of(), "status 404");
    }

    @Test
    void what_of_it_was_set_is_in_the_audit_log() {
        serve(document(issuer));
        set(Map.of("groupClaim", "teams")).then().statusCode(200);

        assertThat(Database.query(
                        "select details @> '{\"clientId\": \"parley\", \"groupClaim\": \"teams\", \"roles\": {\"testers\": \"editor\"}}'"
                                + " from auth.audit where workspace_id::text = ? and action = 'identity-provider.set'",
                        admin.workspace()))
                .containsExactly("t");
    }

    @Test
    void everything_that_is_wrong_with_it_is_told_at_once() {
        admin.call()
                .body(Map.of("issuer", " ", "scopes", List.of("two words"), "roles", Map.of()))
                .put("/api/v1/workspaces/{id}/identity-provider", admin.workspace())
                .then()
                .statusCode(422)
                .body("errors.field", containsInAnyOrder("/issuer", "/clientId", "/scopes/0", "/roles"));
    }

    @Test
    void no_group_makes_owners_and_the_first_time_there_is_a_secret() {
        serve(document(issuer));

        set(Map.of("roles", Map.of("testers", "editor", "bosses", "owner")))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/roles/bosses"));
        set(without("clientSecret", Map.of())).then().statusCode(422).body("errors.field", hasItem("/clientSecret"));
    }

    @Test
    void an_issuer_that_is_none_is_told_why() {
        refused(Map.of("issuer", "ftp://id.example.com"), "must be an absolute https address");
        refused(Map.of("issuer", issuer + "?realm=1"), "no query");
        refused(Map.of("issuer", "http://169.254.169.254/latest"), "is refused");
        refused(Map.of("issuer", issuer + "/nowhere"), "status 404");
        serve("/other", document("https://id.example.com"));
        refused(Map.of("issuer", issuer + "/other"), "names another issuer: 'https://id.example.com'");
        serve("{\"issuer\": \"%s\", \"token_endpoint\": \"https://id.example.com\"}".formatted(issuer));
        refused(Map.of(), "its authorization_endpoint must be");
    }

    @Test
    void only_admins_set_it_and_nobody_in_a_workspace_that_is_not_theirs() {
        serve(document(issuer));
        Account editor = Account.register().in(admin, "editor");
        Account stranger = Account.register();

        assertThat(set(editor, admin.workspace(), Map.of()).statusCode()).isEqualTo(403);
        assertThat(set(stranger, admin.workspace(), Map.of()).statusCode()).isEqualTo(404);
        assertThat(secrets()).isEmpty();
    }

    @Test
    void it_can_be_removed_once() {
        serve(document(issuer));
        set(Map.of()).then().statusCode(200);

        assertThat(remove().statusCode()).isEqualTo(204);
        assertThat(remove().statusCode()).isEqualTo(404);
        assertThat(Database.query(
                        "select action from auth.audit where workspace_id::text = ? and action like 'identity-provider%'",
                        admin.workspace()))
                .containsExactlyInAnyOrder("identity-provider.set", "identity-provider.removed");
    }

    private void refused(Map<String, ?> changes, String why) {
        set(changes)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/issuer"))
                .body("errors.message", hasItem(containsString(why)));
    }

    private Response set(Map<String, ?> changes) {
        return set(admin, admin.workspace(), changes);
    }

    private Response set(Account account, String workspace, Map<String, ?> changes) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "issuer",
                issuer,
                "clientId",
                "parley",
                "clientSecret",
                "the client's secret",
                "roles",
                Map.of("testers", "editor")));
        body.putAll(changes);
        body.values().removeIf(""::equals);
        return account.call().body(body).put("/api/v1/workspaces/{id}/identity-provider", workspace);
    }

    private static Map<String, ?> without(String field, Map<String, ?> changes) {
        Map<String, Object> all = new HashMap<>(changes);
        all.put(field, "");
        return all;
    }

    private Response remove() {
        return admin.call().delete("/api/v1/workspaces/{id}/identity-provider", admin.workspace());
    }

    private void serve(String document) {
        serve("", document);
    }

    private void serve(String path, String document) {
        byte[] body = document.getBytes(StandardCharsets.UTF_8);
        server.createContext(path + "/.well-known/openid-configuration", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String document(String issuer) {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys"}
                """.formatted(issuer);
    }

    private String secret() {
        return secrets().getFirst();
    }

    private List<String> secrets() {
        return Database.query(
                "select client_secret from auth.identity_providers where workspace_id::text = ?", admin.workspace());
    }
}
