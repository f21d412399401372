package io.parley.auth.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AtOnce;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@AuthServiceTest
class WorkspacesTest {

    @Test
    void whoever_creates_a_workspace_owns_it_and_can_move_there() {
        Account account = Account.register();

        String created = account.call()
                .body(Map.of("name", "Second"))
                .post("/api/v1/workspaces")
                .then()
                .statusCode(201)
                .body("name", equalTo("Second"))
                .body("role", equalTo("owner"))
                .extract()
                .path("id");

        Account.send(Map.of("refreshToken", account.refreshToken(), "workspaceId", created), "refresh")
                .then()
                .statusCode(200)
                .body("workspaceId", equalTo(created));
    }

    @Test
    void the_list_of_workspaces_holds_the_callers_and_comes_in_pages() {
        Account account = Account.register();
        Account.register();
        for (String name : List.of("Second", "Third")) {
            account.call().body(Map.of("name", name)).post("/api/v1/workspaces");
        }

        JsonPath first = account.call().get("/api/v1/workspaces?limit=2").jsonPath();
        JsonPath second = account.call()
                .queryParam("after", first.getString("next"))
                .get("/api/v1/workspaces?limit=2")
                .jsonPath();

        List<String> names = new ArrayList<>(first.getList("items.name", String.class));
        names.addAll(second.getList("items.name", String.class));
        assertThat(names).containsExactly("Somebody", "Second", "Third");
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void a_page_that_cannot_be_is_invalid_input() {
        Account account = Account.register();

        for (String query : List.of("limit=0", "limit=201", "after=nonsense", "after=bm9uc2Vuc2U")) {
            account.call().get("/api/v1/workspaces?" + query).then().statusCode(422);
        }
    }

    @Test
    void a_workspace_needs_a_name() {
        Account.register()
                .call()
                .body(Map.of("name", "  "))
                .post("/api/v1/workspaces")
                .then()
                .statusCode(422)
                .body("errors.field", contains("/name"));
    }

    @Test
    void members_are_added_by_address_and_their_roles_changed() {
        Account owner = Account.register();
        Account other = Account.register().verified();

        set(owner, other.email(), "viewer").then().statusCode(200).body("role", equalTo("viewer"));
        set(owner, other.email(), "admin").then().statusCode(200).body("role", equalTo("admin"));

        owner.call()
                .get("/api/v1/workspaces/{id}/members", owner.workspace())
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.find { it.userId == '" + other.id() + "' }.role", equalTo("admin"));
        assertThat(Database.query(
                        "select details->>'role' from auth.audit where object::text = ? and action = 'member.role-set' order by at",
                        other.id()))
                .containsExactly("viewer", "admin");
    }

    @Test
    void somebody_without_an_account_cannot_be_added() {
        set(Account.register(), Account.newEmail(), "viewer")
                .then()
                .statusCode(404)
                .body("code", equalTo("user-not-found"));
    }

    @Test
    void a_role_that_does_not_exist_is_invalid_input() {
        Account owner = Account.register();

        set(owner, owner.email(), "emperor")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", hasItem("/role"));
    }

    @Test
    void an_address_that_nobody_has_shown_to_be_theirs_is_invited_and_not_added() {
        Account owner = Account.register();
        Account other = Account.register();

        set(owner, other.email(), "viewer").then().statusCode(409).body("code", equalTo("address-not-verified"));

        members(owner).then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "viewer,   200, 403, 403",
        "reviewer, 200, 403, 403",
        "editor,   200, 403, 403",
        "admin,    200, 200, 204",
        "owner,    200, 200, 204",
    })
    void what_each_role_may_do_with_members(String role, int list, int change, int remove) {
        Account owner = Account.register();
        Account caller = Account.register().in(owner, role);
        Account other = Account.register().in(owner, "viewer");

        assertThat(members(caller).statusCode()).isEqualTo(list);
        assertThat(set(caller, other.email(), "editor").statusCode()).isEqualTo(change);
        assertThat(remove(caller, other.id()).statusCode()).isEqualTo(remove);
    }

    @Test
    void an_admin_neither_makes_nor_changes_nor_removes_an_owner() {
        Account owner = Account.register();
        Account admin = Account.register().in(owner, "admin");
        Account second = Account.register().in(owner, "owner");

        for (Response refused : List.of(
                set(admin, admin.email(), "owner"), set(admin, second.email(), "viewer"), remove(admin, second.id()))) {
            refused.then().statusCode(403).body("code", equalTo("owners-only"));
        }
    }

    @Test
    void the_last_owner_can_neither_leave_nor_step_down() {
        Account owner = Account.register();

        remove(owner, owner.id()).then().statusCode(409).body("code", equalTo("last-owner"));
        set(owner, owner.email(), "admin").then().statusCode(409).body("code", equalTo("last-owner"));
        set(owner, owner.email(), "owner").then().statusCode(200);
    }

    @Test
    void owners_who_remove_each_other_at_once_leave_one() {
        for (int round = 0; round < 10; round++) {
            Account first = Account.register();
            Account second = Account.register().in(first, "owner");

            List<Integer> answers = AtOnce.call(List.of(
                    () -> remove(first, second.id()).statusCode(),
                    () -> set(second, first.email(), "viewer").statusCode()));

            assertThat(Database.query(
                            "select count(*) from auth.members where workspace_id::text = ? and role = 'owner'",
                            first.workspace()))
                    .as("owners left after %s", answers)
                    .containsExactly("1");
            assertThat(answers).contains(409);
        }
    }

    @Test
    void a_member_who_is_not_there_cannot_be_removed() {
        remove(Account.register(), UUID.randomUUID().toString())
                .then()
                .statusCode(404)
                .body("code", equalTo("member-not-found"));
    }

    @Test
    void a_strangers_workspace_is_not_found() {
        Account stranger = Account.register();
        Account caller = Account.register();
        String path = "/api/v1/workspaces/" + stranger.workspace() + "/members";

        for (Response refused : List.of(
                caller.call().get(path),
                caller.call()
                        .body(Map.of("email", caller.email(), "role", "owner"))
                        .put(path),
                caller.call().delete(path + "/" + stranger.id()))) {
            refused.then().statusCode(404).body("code", equalTo("workspace-not-found"));
        }
    }

    private static Response members(Account caller) {
        return caller.call().get("/api/v1/workspaces/{id}/members", caller.workspace());
    }

    private static Response set(Account caller, String email, String role) {
        return caller.call()
                .body(Map.of("email", email, "role", role))
                .put("/api/v1/workspaces/{id}/members", caller.workspace());
    }

    private static Response remove(Account caller, String user) {
        return caller.call().delete("/api/v1/workspaces/{id}/members/{user}", caller.workspace(), user);
    }
}
