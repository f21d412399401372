package io.parley.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class AuditTest {

    @Test
    void a_parameter_that_is_out_of_bounds_is_named() {
        Account.register()
                .call()
                .get("/api/v1/audit?limit=0")
                .then()
                .statusCode(422)
                .body("errors.field", contains("limit"));
    }

    @Test
    void an_admin_sees_who_did_what_in_the_workspace() {
        Account owner = Account.register();
        Account editor = Account.register().in(owner, "editor");

        owner.call()
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items.action", hasItems("session.opened", "member.role-set"))
                .body("items.find { it.action == 'member.role-set' }.object", equalTo(editor.id()))
                .body("items.find { it.action == 'member.role-set' }.details.role", equalTo("editor"));
        owner.call()
                .get("/api/v1/audit?action=session.opened")
                .then()
                .body("items.action", everyItem(equalTo("session.opened")));
        editor.call().get("/api/v1/audit").then().statusCode(403);
    }

    @Test
    void pages_follow_each_other() {
        Account owner = Account.register();
        Account.register().in(owner, "viewer");

        JsonPath first = owner.call().get("/api/v1/audit?limit=1").jsonPath();
        JsonPath second = owner.call()
                .get("/api/v1/audit?limit=1&after=" + first.getString("next"))
                .jsonPath();

        assertThat(first.getList("items")).hasSize(1);
        assertThat(second.getString("items[0].id")).isGreaterThan(first.getString("items[0].id"));
    }

    @Test
    void the_export_has_every_entry_of_the_workspace_however_many() {
        Account owner = Account.register();
        Account stranger = Account.register();
        Database.update("""
                insert into auth.audit (workspace_id, actor, action, object)
                select ?::uuid, uuidv7(), 'test.done', uuidv7() from generate_series(1, 2500)
                """, owner.workspace());

        String export = owner.call()
                .get("/api/v1/audit/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(Arrays.stream(export.split("\n")).filter(line -> line.contains("test.done")))
                .hasSize(2_500)
                .allSatisfy(line ->
                        assertThat(JsonPath.from(line).getString("action")).isEqualTo("test.done"));
        stranger.call().get("/api/v1/audit?action=test.done").then().body("items", hasSize(0));
    }

    @Test
    void nobody_can_change_what_is_written() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Database.update("delete from auth.audit"))
                .withMessageContaining("can only grow");
    }
}
