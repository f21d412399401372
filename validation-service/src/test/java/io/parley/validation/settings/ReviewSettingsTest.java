package io.parley.validation.settings;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestTokens;
import io.parley.validation.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class ReviewSettingsTest {

    private static final String PATH = "/review-settings";

    private final WorkspaceId workspace = TestTokens.newWorkspace();
    private final Person admin = Person.as(workspace, Access.ADMIN);

    @Test
    void one_person_decides_until_the_workspace_says_otherwise() {
        admin.get(PATH).statusCode(200).body("reviewers", equalTo(1)).body("$", not(hasKey("judgeFloor")));

        admin.send("PUT", PATH, Map.of("reviewers", 2, "judgeFloor", 0.5)).statusCode(200);
        admin.get(PATH).body("reviewers", equalTo(2)).body("judgeFloor", equalTo(0.5f));

        admin.send("PUT", PATH, Map.of("reviewers", 1)).statusCode(200);
        admin.get(PATH).body("reviewers", equalTo(1)).body("$", not(hasKey("judgeFloor")));
    }

    @Test
    void only_an_administrator_sets_them_and_only_for_the_own_workspace() {
        Person.as(workspace, Access.EDITOR)
                .send("PUT", PATH, Map.of("reviewers", 2))
                .statusCode(403);
        Person.as(TestTokens.newWorkspace(), Access.OWNER)
                .send("PUT", PATH, Map.of("reviewers", 2))
                .statusCode(200);

        Person.as(workspace, Access.VIEWER).get(PATH).statusCode(200).body("reviewers", equalTo(1));
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        admin.send("PUT", PATH, Map.of()).statusCode(422).body("errors.field", contains("/reviewers"));
        admin.send("PUT", PATH, Map.of("reviewers", 3)).statusCode(422).body("errors.field", contains("/reviewers"));
        admin.send("PUT", PATH, Map.of("reviewers", 1, "judgeFloor", 1.1))
                .statusCode(422)
                .body("errors.field", contains("/judgeFloor"));
        admin.send("PUT", PATH, Map.of("reviewers", 1, "judgeFloor", "NaN"))
                .statusCode(422)
                .body("errors.field", contains("/judgeFloor"));
    }
}
