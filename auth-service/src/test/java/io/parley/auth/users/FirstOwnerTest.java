package io.parley.auth.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.parley.auth.passwords.Passwords;
import io.parley.auth.testing.Account;
import io.parley.auth.testing.AtOnce;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.FreshDatabase;
import io.parley.auth.testing.Jwt;
import io.parley.auth.testing.OwnSettings;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class FirstOwnerTest {

    private static final String EMAIL = "owner@example.com";
    private static final String PASSWORD = "correct horse battery";

    @Inject
    Passwords passwords;

    @Test
    void the_first_owner_owns_the_workspace_default_and_runs_the_platform() {
        JsonPath tokens = Account.send(
                        Map.of("email", OwnSettings.OWNER, "password", OwnSettings.OWNER_PASSWORD), "login")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String token = tokens.getString("accessToken");

        RestAssured.given().auth().oauth2(token).get("/api/v1/auth/me").then().body("operator", equalTo(true));
        RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/api/v1/workspaces")
                .then()
                .body("items.name", hasItem("default"));
        assertThat(Jwt.claims(token).getList("groups", String.class)).contains("owner", "operator");
    }

    @Test
    void replicas_that_start_together_make_one_owner() {
        try (FreshDatabase database = new FreshDatabase()) {
            Callable<Boolean> start = () -> {
                ensure(owner(database, Optional.of(EMAIL), Optional.of(PASSWORD)));
                return true;
            };

            AtOnce.call(Stream.generate(() -> start).limit(8).toList());

            assertThat(database.count("select count(*) from users")).isEqualTo(1);
            assertThat(database.count("select count(*) from workspaces where name = 'default'"))
                    .isEqualTo(1);
            assertThat(database.count("select count(*) from members where role = 'owner'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void where_there_is_a_user_no_owner_is_made() {
        try (FreshDatabase database = new FreshDatabase()) {
            ensure(owner(database, Optional.of(EMAIL), Optional.of(PASSWORD)));
            ensure(owner(database, Optional.of("other@example.com"), Optional.of(PASSWORD)));

            assertThat(database.count("select count(*) from users")).isEqualTo(1);
        }
    }

    @Test
    void without_settings_no_owner_is_made() {
        try (FreshDatabase database = new FreshDatabase()) {
            ensure(owner(database, Optional.empty(), Optional.empty()));

            assertThat(database.count("select count(*) from users")).isZero();
        }
    }

    @Test
    void settings_that_contradict_each_other_stop_the_start() {
        try (FreshDatabase database = new FreshDatabase()) {
            for (FirstOwner halfSet : List.of(
                    owner(database, Optional.of(EMAIL), Optional.empty()),
                    owner(database, Optional.empty(), Optional.of(PASSWORD)))) {
                assertThatIllegalStateException()
                        .isThrownBy(halfSet::check)
                        .withMessageContaining("set both parley.owner.email and parley.owner.password");
            }
            assertThatIllegalStateException()
                    .isThrownBy(owner(database, Optional.of(EMAIL), Optional.of("short"))::check)
                    .withMessageContaining("parley.owner.password must have 12");
        }
    }

    private FirstOwner owner(FreshDatabase database, Optional<String> email, Optional<String> password) {
        return new FirstOwner(new Settings(email, password), new UserRepository(database.connect()), passwords);
    }

    private static void ensure(FirstOwner owner) {
        owner.ensure().await().atMost(Duration.ofSeconds(20));
    }

    private record Settings(Optional<String> email, Optional<String> password) implements OwnerSettings {}
}
