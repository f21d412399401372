package io.parley.auth.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AtOnce;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.parley.auth.testing.Mailbox;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class InvitationsTest {

    private static final String INVITATION = "invitation";

    /** Each test stands at an address of its own. */
    private final String address =
            "2001:db8:2::" + Integer.toHexString(UUID.randomUUID().hashCode() & 0xffff);

    private Account owner;

    @BeforeEach
    void register() {
        owner = Account.register();
    }

    @Test
    void who_is_invited_accepts_by_the_token_in_the_mail_and_has_the_role() {
        Account guest = Account.register();
        invite(owner, guest.email().toUpperCase(Locale.ROOT), "editor").then().statusCode(201);

        accept(guest, token(guest.email().toUpperCase(Locale.ROOT), 1))
                .then()
                .statusCode(200)
                .body("workspaceId", equalTo(owner.workspace()))
                .body("role", equalTo("editor"));

        Account.send(Map.of("refreshToken", guest.refreshToken(), "workspaceId", owner.workspace()), "refresh")
                .then()
                .statusCode(200);
        guest.call().get("/api/v1/auth/me").then().body("emailVerified", equalTo(true));
        assertThat(Database.query(
                        "select action from auth.audit where workspace_id::text = ? and action like 'invitation.%'",
                        owner.workspace()))
                .containsExactlyInAnyOrder("invitation.made", "invitation.accepted");
    }

    @Test
    void who_has_no_account_registers_and_accepts_then() {
        String email = Account.newEmail();
        invite(owner, email, "viewer").then().statusCode(201);

        accept(Account.register(email), token(email, 1)).then().statusCode(200);

        assertThat(roles(owner)).contains("viewer");
    }

    @Test
    void nobody_else_accepts_and_nobody_twice() {
        Account guest = Account.register();
        invite(owner, guest.email(), "viewer");
        String token = token(guest.email(), 1);

        accept(Account.register(), token).then().statusCode(404).body("code", equalTo("invitation-refused"));

        List<Response> answers = AtOnce.call(Collections.nCopies(6, () -> accept(guest, token)));
        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(200);
        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 404);
    }

    @Test
    void a_revoked_invitation_and_an_expired_one_are_not_accepted() {
        Account guest = Account.register();
        String first = invite(owner, guest.email(), "viewer").path("id");
        owner.call()
                .delete("/api/v1/workspaces/{w}/invitations/{id}", owner.workspace(), first)
                .then()
                .statusCode(204);
        assertThat(accept(guest, token(guest.email(), 1)).statusCode()).isEqualTo(404);

        invite(owner, guest.email(), "viewer");
        Database.update(
                "update auth.invitations set expires_at = expires_at - interval '7 days' where workspace_id::text = ?",
                owner.workspace());

        assertThat(accept(guest, token(guest.email(), 2)).statusCode()).isEqualTo(404);
    }

    @Test
    void an_invitation_is_revoked_once() {
        String id = invite(owner, Account.newEmail(), "viewer").path("id");

        for (int status : new int[] {204, 404}) {
            owner.call()
                    .delete("/api/v1/workspaces/{w}/invitations/{id}", owner.workspace(), id)
                    .then()
                    .statusCode(status);
        }
    }

    @Test
    void who_is_invited_again_has_one_invitation_and_it_is_the_later_one() {
        Account guest = Account.register();
        invite(owner, guest.email(), "viewer");
        String earlier = token(guest.email(), 1);
        invite(owner, guest.email(), "reviewer");

        list(owner).then().body("items", hasSize(1)).body("items[0].role", equalTo("reviewer"));
        assertThat(accept(guest, earlier).statusCode()).isEqualTo(404);
        accept(guest, token(guest.email(), 2)).then().body("role", equalTo("reviewer"));
    }

    @Test
    void a_member_is_not_invited() {
        Account member = Account.register().in(owner, "viewer");

        invite(owner, member.email(), "editor").then().statusCode(409).body("code", equalTo("member-already"));
    }

    @Test
    void who_has_become_a_member_meanwhile_stays_what_they_are() {
        Account guest = Account.register();
        invite(owner, guest.email(), "viewer");
        guest.in(owner, "admin");

        accept(guest, token(guest.email(), 1)).then().statusCode(200).body("role", equalTo("admin"));
    }

    @Test
    void admins_invite_and_only_owners_invite_owners() {
        Account admin = Account.register().in(owner, "admin");
        Account editor = Account.register().in(owner, "editor");

        assertThat(invite(admin, Account.newEmail(), "admin").statusCode()).isEqualTo(201);
        invite(admin, Account.newEmail(), "owner").then().statusCode(403).body("code", equalTo("owners-only"));
        assertThat(invite(owner, Account.newEmail(), "owner").statusCode()).isEqualTo(201);
        assertThat(invite(editor, Account.newEmail(), "viewer").statusCode()).isEqualTo(403);
        assertThat(list(editor).statusCode()).isEqualTo(403);
    }

    @Test
    void a_strangers_workspace_is_not_found() {
        Account stranger = Account.register();
        String email = Account.newEmail();
        String id = invite(owner, email, "viewer").path("id");
        String invitations = "/api/v1/workspaces/" + owner.workspace() + "/invitations";

        stranger.call().get(invitations).then().statusCode(404);
        stranger.call().delete(invitations + "/" + id).then().statusCode(404);
        stranger.call()
                .delete("/api/v1/workspaces/{w}/invitations/{id}", stranger.workspace(), id)
                .then()
                .statusCode(404);
        list(stranger).then().body("items.email", not(hasItem(email)));
    }

    @Test
    void nobody_is_written_to_more_than_five_times_in_a_row() {
        String email = Account.newEmail();
        for (int n = 0; n < 5; n++) {
            assertThat(invite(owner, email, "viewer").statusCode()).isEqualTo(201);
        }

        invite(Account.register(), email, "viewer").then().statusCode(429).body("code", equalTo("invited-too-often"));
        assertThat(Mailbox.count(email, INVITATION)).isEqualTo(5);
    }

    private Response invite(Account by, String email, String role) {
        return by.call()
                .header("X-Forwarded-For", address)
                .body(Map.of("email", email, "role", role))
                .post("/api/v1/workspaces/{workspace}/invitations", by.workspace());
    }

    private static Response list(Account by) {
        return by.call().get("/api/v1/workspaces/{workspace}/invitations", by.workspace());
    }

    private static Response accept(Account guest, String token) {
        return guest.call().body(Map.of("token", token)).post("/api/v1/auth/invitations/accept");
    }

    private static String token(String email, int mails) {
        return Mailbox.token(email, INVITATION, mails);
    }

    private static List<String> roles(Account owner) {
        return owner.call()
                .get("/api/v1/workspaces/{workspace}/members", owner.workspace())
                .path("items.role");
    }
}
