package io.parley.auth.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class OutsideSignInRefusalsTest extends OutsideSignIns {

    @Test
    void a_token_that_is_not_the_providers_for_this_sign_in_is_not_believed() {
        refused(claims -> claims.setClaim("nonce", "another"), "nonce");
        refused(claims -> claims.unsetClaim("nonce"), "nonce");
        refused(claims -> claims.setAudience("another-client"), "another client");
        refused(claims -> claims.setAudience(List.of(StubProvider.CLIENT, "another-client")), "another client");
        refused(claims -> claims.setClaim("azp", "another-client"), "another client");
        refused(claims -> claims.setIssuer("https://id.example.com"), "another issuer");
        refused(claims -> claims.setExpirationTime(NumericDate.fromMilliseconds(0)), "expired");
        refused(claims -> claims.unsetClaim("exp"), "missing");
        refused(claims -> claims.unsetClaim("sub"), "missing");
        refused(claims -> claims.setSubject("x".repeat(256)), "subject");

        assertThat(Database.query("select subject from auth.outside_identities where issuer = ?", provider.issuer()))
                .isEmpty();
    }

    @Test
    void a_token_that_is_not_signed_with_the_providers_key_is_not_believed() {
        provider.changeKey("first", false);
        refused(claims -> {}, "signature");
        provider.changeKey("unheard-of", false);
        refused(claims -> {}, "signature");
        provider.signWithSharedSecret();
        refused(claims -> {}, "signature");
    }

    @Test
    void a_sign_in_ends_once_and_in_the_browser_that_began_it() {
        Begun begun = begin();
        Map<String, String> back = provider.send(begun.query(), subject, claims -> {});

        callback(back, "of another browser").then().statusCode(401).body("detail", containsString("browser"));
        given().queryParams(back)
                .get("/api/v1/auth/oidc/{id}/callback", admin.workspace())
                .then()
                .statusCode(401);
        callback(back, begun.state()).then().statusCode(200);
        callback(back, begun.state()).then().statusCode(401).body("detail", containsString("ended already"));
    }

    @Test
    void a_sign_in_that_took_too_long_or_was_sent_back_by_another_provider_is_refused() {
        Begun late = begin();
        Database.update(
                "update auth.sign_ins set created_at = now() - interval '11 minutes' where workspace_id::text = ?",
                admin.workspace());
        end(late).then().statusCode(401);

        Begun begun = begin();
        Map<String, String> back = new HashMap<>(provider.send(begun.query(), subject, claims -> {}));
        back.put("iss", "https://id.example.com");
        callback(back, begun.state()).then().statusCode(401).body("detail", containsString("another provider"));
    }

    @Test
    void a_provider_that_always_says_who_it_is_must_have_sent_the_browser_back() {
        provider.sayThatItNamesItself();
        trust(admin);
        Begun begun = begin();
        Map<String, String> back = new HashMap<>(provider.send(begun.query(), subject, claims -> {}));
        back.remove("iss");

        callback(back, begun.state()).then().statusCode(401).body("detail", containsString("another provider"));
        end(begin()).then().statusCode(200);
    }

    @Test
    void what_was_begun_for_one_workspace_does_not_end_at_the_address_of_another() {
        Account victim = admin;
        Account attacker = Account.register();
        try (StubProvider evil = StubProvider.start()) {
            trust(attacker, evil);
            Begun atVictim = begin(victim, provider);
            Begun atAttacker = begin(attacker, evil);
            Map<String, String> back = new HashMap<>(provider.send(atVictim.query(), subject, claims -> {}));
            back.remove("iss");
            back.put("state", atAttacker.state());

            callback(back, atAttacker.state(), victim.workspace())
                    .then()
                    .statusCode(401)
                    .body("detail", containsString("another workspace"));
            assertThat(evil.lastSent("code")).isEmpty();

            back.put("state", atVictim.state());
            callback(back, atVictim.state(), attacker.workspace()).then().statusCode(401);
            assertThat(evil.lastSent("code")).isEmpty();
            assertThat(provider.lastSent("code")).isEmpty();
        }
    }

    @Test
    void who_is_on_the_way_back_while_the_provider_is_removed_is_not_let_in() {
        Begun begun = begin();
        provider.beforeTokens(() -> admin.call()
                .delete("/api/v1/workspaces/{id}/identity-provider", admin.workspace())
                .then()
                .statusCode(204));

        end(begun)
                .then()
                .statusCode(401)
                .body("code", equalTo("sign-in-refused"))
                .body("detail", containsString("another identity provider now, or none"));

        assertThat(Database.query("select subject from auth.outside_identities where subject = ?", subject))
                .isEmpty();
        assertThat(Database.query(
                        "select id from auth.sessions where workspace_id::text = ? and confined", admin.workspace()))
                .isEmpty();
    }
}
