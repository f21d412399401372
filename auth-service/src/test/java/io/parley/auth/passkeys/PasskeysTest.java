package io.parley.auth.passkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AtOnce;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.parley.auth.testing.Jwt;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class PasskeysTest {

    private final Device device = new Device();
    private Account account;

    @BeforeEach
    void register() {
        account = Account.register();
    }

    @Test
    void a_browser_is_told_to_make_a_key_for_this_platform_that_verifies_its_owner() {
        add(device);

        begin(account.password())
                .then()
                .statusCode(200)
                .body("rp.id", equalTo("parley.local"))
                .body("user.name", equalTo(account.email()))
                .body("pubKeyCredParams.alg", hasItems(-7, -8, -257))
                .body("authenticatorSelection.userVerification", equalTo("required"))
                .body("authenticatorSelection.residentKey", equalTo("required"))
                .body("excludeCredentials.id", hasItem(device.id()));
    }

    @Test
    void who_holds_the_device_is_logged_in_without_password_and_code() {
        add(device);

        Response tokens = login(device.use(challenge()));

        tokens.then().statusCode(200);
        assertThat(Jwt.claims(tokens.path("accessToken")).getString("sub")).isEqualTo(account.id());
        Account.send(Map.of("refreshToken", tokens.path("refreshToken")), "refresh")
                .then()
                .statusCode(200);
        account.call()
                .get("/api/v1/auth/passkeys")
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].name", equalTo("phone"))
                .body("[0].lastUsedAt", notNullValue());
        assertThat(Database.query("select action from auth.audit where actor::text = ?", account.id()))
                .contains("passkey.added", "session.opened");
    }

    @Test
    void a_key_is_for_the_workspace_that_is_asked_for_if_its_owner_is_in_it() {
        add(device);
        Account other = Account.register();
        Account both = account.in(other, "viewer");

        Response there = login(device.counting(1).use(challenge()), both.workspace());
        Response nowhere =
                login(device.counting(2).use(challenge()), UUID.randomUUID().toString());

        there.then().statusCode(200).body("workspaceId", equalTo(other.workspace()));
        nowhere.then().statusCode(404);
    }

    @Test
    void a_key_is_added_by_who_knows_the_password_and_nobody_else() {
        begin("not the password").then().statusCode(401).body("code", equalTo("passkey-owner-refused"));

        String anothers = Account.register()
                .call()
                .body(Map.of("password", account.password()))
                .post("/api/v1/auth/passkeys/begin")
                .path("challenge");
        add("phone", device.make(anothers)).then().statusCode(401).body("code", equalTo("passkey-refused"));
        add("phone", device.make(challenge())).then().statusCode(401);
    }

    @Test
    void what_a_device_did_not_make_for_this_platform_is_not_added() {
        refused(new Device().onPageOf("https://parley.local.example.com"), "page");
        refused(new Device().forParty("example.com"), "not for parley.local");
        refused(new Device().withoutVerification(), "verified");
        refused(new Device().withOtherCurve(), "P-256");
        Map<String, Object> another = new HashMap<>(device.make(newKeyChallenge()));
        another.put("id", new Device().id());
        add("phone", another).then().statusCode(401).body("detail", containsString("id"));
        add("phone", device.use(newKeyChallenge())).then().statusCode(422);

        account.call().get("/api/v1/auth/passkeys").then().body("$", hasSize(0));
    }

    @Test
    void what_the_key_did_not_sign_for_this_login_is_refused() {
        add(device);

        loginRefused(new Device().use(challenge()), "nobody's");
        loginRefused(forged(new Device().use(challenge())), "signature");
        loginRefused(device.use("webauthn.create", challenge()), "type");
        loginRefused(device.use(newKeyChallenge()), "challenge");
        loginRefused(device.use("nonsense"), "challenge");
        device.onPageOf("https://example.com");
        loginRefused(device.use(challenge()), "page");
        device.onPageOf("https://parley.local").withoutVerification();
        loginRefused(device.use(challenge()), "verified");
    }

    @Test
    void a_challenge_is_answered_once_and_in_time() {
        add(device);
        Map<String, Object> answer = device.use(challenge());

        List<Integer> answers =
                AtOnce.call(Collections.nCopies(8, () -> login(answer).statusCode()));

        assertThat(answers).containsOnlyOnce(200).contains(401);
        String late = challenge();
        Database.update("update auth.passkey_challenges set created_at = now() - interval '6 minutes'");
        loginRefused(device.use(late), "challenge");
    }

    @Test
    void a_copy_of_a_key_is_noticed_where_devices_count() {
        add(device.counting(3));

        login(device.counting(7).use(challenge())).then().statusCode(200);

        loginRefused(device.counting(7).use(challenge()), "copy");
        loginRefused(device.counting(0).use(challenge()), "copy");
        login(device.counting(8).use(challenge())).then().statusCode(200);
    }

    @Test
    void a_key_that_is_removed_is_good_no_more_and_nobody_removes_anothers() {
        String id = add(device);

        Account.register()
                .call()
                .delete("/api/v1/auth/passkeys/{id}", id)
                .then()
                .statusCode(404);
        login(device.counting(1).use(challenge())).then().statusCode(200);
        account.call().delete("/api/v1/auth/passkeys/{id}", id).then().statusCode(204);

        loginRefused(device.counting(2).use(challenge()), "nobody's");
        account.call().delete("/api/v1/auth/passkeys/{id}", id).then().statusCode(404);
    }

    @Test
    void a_key_has_one_owner_and_an_owner_twenty_keys() {
        add(device);

        add("again", device.make(newKeyChallenge())).then().statusCode(409).body("code", equalTo("passkey-known"));
        Database.update("""
                insert into auth.passkeys (user_id, key_id, name, public_key, algorithm, counter)
                select user_id, sha256(convert_to(user_id::text || n, 'UTF8')), 'more', public_key, algorithm, 0
                from auth.passkeys, generate_series(1, 19) as n where user_id::text = ?
                """, account.id());
        add("one more", new Device().make(newKeyChallenge())).then().statusCode(409);
    }

    @Test
    void everything_that_is_missing_is_told_at_once() {
        add("", Map.of("id", device.id(), "response", Map.of("publicKeyAlgorithm", -7)))
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        hasItems(
                                "/name",
                                "/credential/response/clientDataJSON",
                                "/credential/response/authenticatorData",
                                "/credential/response/publicKey"));
        add("phone", Map.of("id", device.id()))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/credential/response"));
    }

    private void refused(Device other, String why) {
        add("phone", other.make(newKeyChallenge()))
                .then()
                .statusCode(401)
                .body("code", equalTo("passkey-refused"))
                .body("detail", containsString(why));
    }

    private static void loginRefused(Map<String, Object> credential, String why) {
        login(credential)
                .then()
                .statusCode(401)
                .body("code", equalTo("passkey-refused"))
                .body("detail", containsString(why));
    }

    /** Another device's signature under the name of the one that is known. */
    private Map<String, Object> forged(Map<String, Object> anothers) {
        Map<String, Object> forged = new HashMap<>(anothers);
        forged.put("id", device.id());
        return forged;
    }

    private String add(Device added) {
        return add("phone", added.make(newKeyChallenge()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response add(String name, Map<String, Object> credential) {
        return account.call()
                .body(Map.of("name", name, "credential", credential))
                .post("/api/v1/auth/passkeys");
    }

    private String newKeyChallenge() {
        return begin(account.password()).then().statusCode(200).extract().path("challenge");
    }

    private Response begin(String password) {
        return account.call().body(Map.of("password", password)).post("/api/v1/auth/passkeys/begin");
    }

    private static String challenge() {
        return Account.send(Map.of(), "passkeys/login/begin")
                .then()
                .statusCode(200)
                .body("rpId", equalTo("parley.local"))
                .body("userVerification", equalTo("required"))
                .extract()
                .path("challenge");
    }

    private static Response login(Map<String, Object> credential) {
        return Account.send(Map.of("credential", credential), "passkeys/login");
    }

    private static Response login(Map<String, Object> credential, String workspace) {
        return Account.send(Map.of("credential", credential, "workspaceId", workspace), "passkeys/login");
    }
}
